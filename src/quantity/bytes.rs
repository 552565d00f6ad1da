//! How many bytes, as people read them, rounded up: what is said is never less than what there is.

/// Bytes, to a tenth of a thousand or million, as French or English writes them: « 9,2 ko », "9.2 kB".
#[must_use]
pub fn bytes_words(bytes: u64, is_french: bool) -> String {
    let (units, mark) = if is_french { (["o", "ko", "Mo"], ',') } else { (["B", "kB", "MB"], '.') };
    let [small, thousands, millions] = units;
    let (tenths, unit) = match bytes {
        0..1_000 => return format!("{bytes}\u{A0}{small}"),
        // What rounds up to a thousand thousands is a million.
        1_000..=999_900 => (bytes.div_ceil(100), thousands),
        _ => (bytes.div_ceil(100_000), millions),
    };
    match tenths % 10 {
        0 => format!("{}\u{A0}{unit}", tenths / 10),
        tenth => format!("{}{mark}{tenth}\u{A0}{unit}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::bytes_words;

    #[test]
    fn bytes_are_rounded_up() {
        let shown = |bytes| bytes_words(bytes, true).replace('\u{A0}', " ");
        let found = [0, 999, 1_000, 1_001, 13_999, 999_900, 999_901, 45_000_001].map(shown);
        assert_eq!(found, ["0 o", "999 o", "1 ko", "1,1 ko", "14 ko", "999,9 ko", "1 Mo", "45,1 Mo"]);
        assert_eq!(bytes_words(9_150, false), "9.2\u{A0}kB");
    }
}
