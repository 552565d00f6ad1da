//! What HTML reserves, written so that it is text.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr3, memchr3_iter};

/// Escapes `&`, `<`, `>` and `"`, for HTML text or a double-quoted attribute.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let is_reserved = memchr3(b'&', b'<', b'>', text.as_bytes()).or_else(|| memchr(b'"', text.as_bytes()));
    if is_reserved.is_none() {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    escape_into(&mut escaped, text);
    Cow::Owned(escaped)
}

/// Appends a text, escaped.
pub(super) fn escape_into(out: &mut String, text: &str) {
    let mut kept = 0;
    // The four are ASCII: cutting before and after one never cuts a character.
    for at in memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        escape_quotes(out, text.get(kept..at).unwrap_or_default());
        out.push_str(match text.as_bytes().get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            _ => "&gt;",
        });
        kept = at + 1;
    }
    escape_quotes(out, text.get(kept..).unwrap_or_default());
}

/// Appends a text that has none of the other three.
fn escape_quotes(out: &mut String, text: &str) {
    let mut kept = 0;
    for at in memchr_iter(b'"', text.as_bytes()) {
        out.push_str(text.get(kept..at).unwrap_or_default());
        out.push_str("&quot;");
        kept = at + 1;
    }
    out.push_str(text.get(kept..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::escape;

    #[test]
    fn reserved_characters_are_escaped() {
        let escaped = escape(r#"a & <b> "é""#);
        assert_eq!(escaped, "a &amp; &lt;b&gt; &quot;é&quot;");
        assert_eq!(escape("\"<\"\"&>\""), "&quot;&lt;&quot;&quot;&amp;&gt;&quot;");
    }

    #[test]
    fn a_text_without_reserved_characters_is_not_copied() {
        assert!(matches!(escape("l'été"), Cow::Borrowed("l'été")));
    }
}
