//! The slips by which a file stops being TOML that grappe reads, sorted by what its writer did.
//!
//! The reader of TOML gives words alone, and no kinds: they are known by their beginnings, and what
//! is not known is [`TomlSlip::Other`]. This module must not know what the file is for.

/// What a writer most likely did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TomlSlip {
    /// Git has left two versions of the text.
    Conflict,
    /// A key, or a section, that is there twice.
    Duplicate,
    /// A key that must be there and is not.
    MissingKey(String),
    /// A key that is not known, and those that are.
    UnknownKey(String, Vec<String>),
    /// A word that is not known, and those that are.
    UnknownWord(String, Vec<String>),
    /// A value of another type than is wanted.
    WrongType(Wanted),
    /// A text without quotes, or no value at all.
    Unquoted,
    /// A text whose quote is not closed, or which goes on after it.
    OpenQuote,
    /// A backslash before what it does not stand before.
    Escape,
    /// A bracket or brace that is not closed.
    OpenBracket,
    /// A comma that is missing or too many.
    Comma,
    /// A line without its `=`, or without what stands on one side of it.
    Equals,
    /// A key with signs that only stand between quotes.
    Key,
    /// Anything else.
    Other,
}

/// What type of value is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A yes or no.
    Boolean,
    /// A whole number.
    Number,
    /// A list.
    List,
    /// A section with keys of its own.
    Section,
}

impl TomlSlip {
    /// The slip that the reader's words are about.
    #[must_use]
    pub fn of(words: &str, text: &str) -> Self {
        if text.lines().any(|line| line.starts_with("<<<<<<< ")) {
            return Self::Conflict;
        }
        let mut named = words.split('`').skip(1).step_by(2).map(str::to_owned);
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| words.starts_with(beginning));
        let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
        match () {
            () if begins(&["missing field"]) => Self::MissingKey(named.next().unwrap_or_default()),
            () if begins(&["unknown field"]) => {
                Self::UnknownKey(named.next().unwrap_or_default(), named.collect())
            }
            () if begins(&["unknown variant"]) => {
                Self::UnknownWord(named.next().unwrap_or_default(), named.collect())
            }
            () if begins(&["invalid type", "invalid value:", "wanted string"]) => wrong_type(words),
            () if begins(&["duplicate key", "duplicate field", "cannot extend value"]) => Self::Duplicate,
            () if begins(&["string values must be quoted"]) => Self::Unquoted,
            () if says(&["escape", "unicode"]) => Self::Escape,
            () if says(&["basic string", "literal string", "opening quote"]) => Self::OpenQuote,
            () if begins(&[
                "unclosed",
                "missing table open",
                "missing array open",
                "missing inline table",
            ]) =>
            {
                Self::OpenBracket
            }
            () if says(&["comma"]) => Self::Comma,
            () if begins(&["invalid unquoted key", "keys cannot be"]) => Self::Key,
            () if says(&[
                "key with no value",
                "keys cannot be empty",
                "missing value",
                "missing key",
                "missing assignment",
                "extra `=`",
            ]) =>
            {
                Self::Equals
            }
            () => Self::Other,
        }
    }
}

/// What was wanted stands at the end of the reader's words.
fn wrong_type(words: &str) -> TomlSlip {
    let wanted = words.rsplit("expected ").next().unwrap_or("");
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| wanted.starts_with(beginning));
    TomlSlip::WrongType(match () {
        () if begins(&["a string", "string"]) => Wanted::Text,
        () if begins(&["a boolean"]) => Wanted::Boolean,
        () if begins(&["usize", "u", "i", "an integer"]) => Wanted::Number,
        () if begins(&["a sequence", "an array"]) => Wanted::List,
        () if begins(&["struct", "a map", "a table"]) => Wanted::Section,
        () => return TomlSlip::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only what is refused is looked at")]
    struct File {
        name: String,
        size: Option<usize>,
        on: Option<bool>,
        list: Option<Vec<String>>,
        section: Option<std::collections::BTreeMap<String, String>>,
    }

    fn slip(text: &str) -> TomlSlip {
        let error = toml::from_str::<File>(text).err().expect("it is refused");
        TomlSlip::of(error.message(), text)
    }

    #[test]
    fn what_a_writer_did_is_known_by_the_words_of_the_reader() {
        let cases = [
            ("<<<<<<< HEAD\n", TomlSlip::Conflict),
            ("name = \"a\"\nname = \"b\"\n", TomlSlip::Duplicate),
            ("[section]\n[section]\n", TomlSlip::Duplicate),
            ("size = 1\n", TomlSlip::MissingKey("name".to_owned())),
            ("name = 1\n", TomlSlip::WrongType(Wanted::Text)),
            ("name = \"a\"\nsize = \"a\"\n", TomlSlip::WrongType(Wanted::Number)),
            ("name = \"a\"\non = \"oui\"\n", TomlSlip::WrongType(Wanted::Boolean)),
            ("name = \"a\"\nlist = \"a\"\n", TomlSlip::WrongType(Wanted::List)),
            ("name = \"a\"\nsection = \"a\"\n", TomlSlip::WrongType(Wanted::Section)),
            ("name = a\n", TomlSlip::Unquoted),
            ("name = \"a\n", TomlSlip::OpenQuote),
            ("name = 'a\n", TomlSlip::OpenQuote),
            ("name = \"\\q\"\n", TomlSlip::Escape),
            ("name = \"\\u12\"\n", TomlSlip::Escape),
            ("list = [\"a\"\nname = 1\n", TomlSlip::Comma),
            ("list = [\"a\"", TomlSlip::OpenBracket),
            ("list = [\"a\" \"b\"]\n", TomlSlip::Comma),
            ("[section\n", TomlSlip::OpenBracket),
            ("name\n", TomlSlip::Equals),
            ("name =\n", TomlSlip::Unquoted),
            ("= 1\n", TomlSlip::Equals),
            ("é = 1\n", TomlSlip::Key),
            ("name: \"a\"\n", TomlSlip::Equals),
        ];
        for (text, expected) in cases {
            assert_eq!(
                slip(text),
                expected,
                "{text}: {}",
                toml::from_str::<File>(text).err().expect("an error").message()
            );
        }
        assert!(
            matches!(slip("nome = 1\n"), TomlSlip::UnknownKey(key, known) if key == "nome" && known.len() == 5)
        );
    }
}
