"""The words of each language as tables: kind of word, word or phrase, meaning. Months and weekdays come from CLDR."""
