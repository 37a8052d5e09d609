"""What mails told, at a person's applications: planned, made, asked about and told; reads no mail itself."""
