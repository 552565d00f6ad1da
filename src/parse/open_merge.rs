//! A merge that nobody has settled: git leaves both versions of a passage, between lines of its own.
//!
//! At the margin of a YAML text such lines stop its reader, which tells them. Here are those that a
//! text lets through: the body of a Markdown file, a value of several lines.

use std::ops::Range;

const BEGINS: &str = "<<<<<<<";
const ENDS: &str = ">>>>>>>";

/// The line where a merge begins, out of code, that ends below.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    find_at(text, 0)
}

/// The same in a value of several lines as it is written, which begin at a margin of their own.
pub(super) fn find_in_value(written: &str) -> Option<Range<usize>> {
    find_at(written, margin(written))
}

fn find_at(text: &str, margin: usize) -> Option<Range<usize>> {
    memchr::memmem::find(text.as_bytes(), BEGINS.as_bytes())?;
    let mut begins = None;
    let mut code = None;
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        // A value begins on the line of its key, or after the margin of its first line.
        let start = if at == 0 { 0 } else { margin };
        let line = whole.get(start..).unwrap_or("").trim_end();
        if begins.is_some() && is_mark(line, ENDS) {
            return begins;
        }
        code = code_after(line.trim_start(), code);
        if begins.is_none() && code.is_none() && is_mark(line, BEGINS) {
            begins = Some(at + start..at + start + line.len());
        }
        at += whole.len();
    }
    None
}

/// Seven signs at the start of a line, alone or before the name of a version.
fn is_mark(line: &str, signs: &str) -> bool {
    line.strip_prefix(signs).is_some_and(|name| name.is_empty() || name.starts_with(' '))
}

/// How many spaces stand before every line but the first.
fn margin(written: &str) -> usize {
    let lines = written.lines().skip(1).filter(|line| !line.trim().is_empty());
    lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0)
}

/// The fence of the code that a line opens or goes on with, given that of the lines before.
fn code_after<'a>(line: &'a str, before: Option<&'a str>) -> Option<&'a str> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'));
    let Some((sign, fence)) = sign.map(|sign| (sign, fence(line, sign))) else { return before };
    let after = line.get(fence.len()..).unwrap_or("");
    match before {
        Some(open) if fence.starts_with(open) && after.is_empty() => None,
        Some(open) => Some(open),
        // Backticks that are closed on their line hold words.
        None => (fence.len() >= 3 && !(sign == '`' && after.contains(sign))).then_some(fence),
    }
}

fn fence(line: &str, sign: char) -> &str {
    line.get(..line.len() - line.trim_start_matches(sign).len()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_begins_and_ends_out_of_code() {
        let merge = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n";
        assert_eq!(find(merge), Some(2..14));
        assert_eq!(find(&merge.replace('\n', "\r\n")), Some(3..15));
        assert_eq!(find("<<<<<<<\n>>>>>>>"), Some(0..7));
        for code in ["```", "~~~~ text"] {
            let fence = &code[..code.len().min(4)];
            assert_eq!(find(&format!("{code}\n{merge}{fence}\n")), None);
            assert!(find(&format!("{code}\n{merge}{fence}\n{merge}")).is_some());
        }
        assert!(find(&format!("```a``` b\n{merge}")).is_some());
    }

    #[test]
    fn other_lines_are_no_merge() {
        for text in [
            ">>>>>>> d\n<<<<<<< HEAD\n",
            "<<<<<<< HEAD\n=======\n",
            "<<<<<<<< HEAD\n>>>>>>>> d\n",
            "<<<<<<<HEAD\n>>>>>>>d\n",
            " <<<<<<< HEAD\n >>>>>>> d\n",
            "a <<<<<<< HEAD\n>>>>>>> d\n",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_has_a_margin_of_its_own() {
        let value = "|\n  a\n\n  <<<<<<< HEAD\n  b\n  =======\n  >>>>>>> d\n";
        assert_eq!(find_in_value(value).map(|range| &value[range]), Some("<<<<<<< HEAD"));
        assert!(find_in_value("<<<<<<< HEAD\n  b\n  >>>>>>> d").is_some());
        assert_eq!(find_in_value("|\n  a\n\n      <<<<<<< HEAD\n      >>>>>>> d\n"), None);
    }
}
