"""The figures of a job search in words: what each means, groups and ranges compared, what stands out, estimates."""
