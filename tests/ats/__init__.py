"""Systems for applicants: what is asked of them, what comes back, and what the person sees of it."""
