"""Pure functions from a neutral answer to what a platform shows, one module each."""
