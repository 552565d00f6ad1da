//! What HTML reserves, written so that it is text.

use std::borrow::Cow;

/// Escapes `&`, `<`, `>` and `"`, for HTML text or a double-quoted attribute.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| entity(byte).is_some()) {
        let mut escaped = String::with_capacity(text.len() + text.len() / 8);
        escape_into(&mut escaped, text);
        Cow::Owned(escaped)
    } else {
        Cow::Borrowed(text)
    }
}

/// Appends a text, escaped.
pub(super) fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    // The four are ASCII: cutting before and after one never cuts a character.
    while let Some((at, entity)) = next_entity(rest) {
        let (kept, reserved) = rest.split_at(at);
        out.push_str(kept);
        out.push_str(entity);
        rest = reserved.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

fn next_entity(text: &str) -> Option<(usize, &'static str)> {
    let mut bytes = text.bytes().enumerate();
    bytes.find_map(|(at, byte)| Some((at, entity(byte)?)))
}

const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::escape;

    #[test]
    fn reserved_characters_are_escaped() {
        let escaped = escape(r#"a & <b> "é""#);
        assert_eq!(escaped, "a &amp; &lt;b&gt; &quot;é&quot;");
    }

    #[test]
    fn a_text_without_reserved_characters_is_not_copied() {
        assert!(matches!(escape("l'été"), Cow::Borrowed("l'été")));
    }
}
