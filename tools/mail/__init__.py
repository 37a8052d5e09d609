"""Mails: from bytes to what one says about an application; knows no database, no network and no clock."""
