//! Counts, sizes and messages in the writer's words.

use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::{Locale, Wording};
use crate::quantity::count_words;
use crate::typography::escape;

/// A text in one language.
pub(super) fn say(locale: Locale, wording: Wording) -> String {
    match locale {
        Locale::French => wording.french,
        Locale::English => wording.english,
    }
}

/// The writer's language as a language of pages, for dates and numbers.
pub(super) fn language(locale: Locale) -> Language {
    let english = || Language::from_tag("en");
    match locale {
        Locale::French => Language::french(),
        Locale::English => english().unwrap_or_else(Language::french),
    }
}

/// A number, its digits in groups.
pub(super) fn number(count: usize, locale: Locale) -> String {
    count_words(count, &language(locale))
}

/// A count and what is counted: one word for one, another for several. In French zero is one.
pub(super) fn counted(count: usize, locale: Locale, french: [&str; 2], english: [&str; 2]) -> String {
    let (is_one, words) = match locale {
        Locale::French => (count < 2, french),
        Locale::English => (count == 1, english),
    };
    let [one, several] = words;
    format!("{}\u{A0}{}", number(count, locale), if is_one { one } else { several })
}

/// So many faults of a severity.
pub(super) fn faults(count: usize, severity: Severity, locale: Locale) -> String {
    let (french, english) = match severity {
        Severity::Error => (["erreur", "erreurs"], ["error", "errors"]),
        Severity::Warning => (["avertissement", "avertissements"], ["warning", "warnings"]),
        Severity::Information => (["remarque", "remarques"], ["remark", "remarks"]),
    };
    counted(count, locale, french, english)
}

/// The class of a severity in the style sheets.
pub(super) const fn class(severity: Severity) -> &'static str {
    severity.word()
}

/// A size, to a tenth of a thousand bytes.
pub(super) fn bytes(bytes: u64, locale: Locale) -> String {
    let (small, large, mark) = match locale {
        Locale::French => ("o", "ko", ','),
        Locale::English => ("B", "kB", '.'),
    };
    if bytes < 1000 {
        return format!("{bytes}\u{A0}{small}");
    }
    let tenths = bytes.saturating_add(50) / 100;
    let whole = number(usize::try_from(tenths / 10).unwrap_or(usize::MAX), locale);
    match tenths % 10 {
        0 => format!("{whole}\u{A0}{large}"),
        tenth => format!("{whole}{mark}{tenth}\u{A0}{large}"),
    }
}

/// A message as HTML: what it quotes between backticks is code.
pub(super) fn message(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    // A value that holds a backtick itself leaves no telling which is which.
    if parts.len().is_multiple_of(2) {
        return escape(text).into_owned();
    }
    let part = |(index, part): (usize, &&str)| match index % 2 {
        0 => escape(part).into_owned(),
        _ => format!("<code>{}</code>", escape(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_sizes_are_worded_in_both_languages() {
        let errors = |count, locale| faults(count, Severity::Error, locale);
        assert_eq!(errors(0, Locale::French), "0\u{A0}erreur");
        assert_eq!(errors(0, Locale::English), "0\u{A0}errors");
        assert_eq!(errors(1200, Locale::French), "1\u{202F}200\u{A0}erreurs");
        assert_eq!(bytes(999, Locale::French), "999\u{A0}o");
        assert_eq!(bytes(14_249, Locale::French), "14,2\u{A0}ko");
        assert_eq!(bytes(14_960, Locale::English), "15\u{A0}kB");
    }

    #[test]
    fn what_a_message_quotes_is_code_and_never_markup() {
        assert_eq!(message("aucun `<b>` ici"), "aucun <code>&lt;b&gt;</code> ici");
        assert_eq!(message("un ` seul <i>"), "un ` seul &lt;i&gt;");
    }
}
