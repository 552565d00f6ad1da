//! The part of a body that is asked for, and conditions on it.

/// What of a body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// Some bytes, at least one.
    Bytes { first: u64, length: u64 },
    /// Bytes were asked for that it does not have.
    Beyond,
}

/// Reads `Range` for a body of a length. What cannot be read, or names several parts, asks for all.
pub(super) fn part_of(range: &str, total: u64) -> Part {
    let bounds = range
        .trim()
        .split_once('=')
        .filter(|(unit, _)| unit.trim().eq_ignore_ascii_case("bytes"))
        .and_then(|(_, bounds)| bounds.trim().split_once('-'));
    let Some((first, last)) = bounds else {
        return Part::Whole;
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => between(first, last, total),
        (Some(first), None) if last.is_empty() => between(first, u64::MAX, total),
        (None, Some(count)) if first.is_empty() => ending(count, total),
        _ => Part::Whole,
    }
}

/// A number too large for the machine is beyond any body.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

fn between(first: u64, last: u64, total: u64) -> Part {
    let end = last.saturating_add(1).min(total);
    match end.checked_sub(first) {
        Some(length) if length > 0 => Part::Bytes { first, length },
        _ => Part::Beyond,
    }
}

fn ending(count: u64, total: u64) -> Part {
    match (count.min(total), total) {
        (_, 0) => Part::Whole,
        (0, _) => Part::Beyond,
        (length, _) => Part::Bytes { first: total - length, length },
    }
}

/// Whether `If-None-Match` names what is there, given with its quotes.
pub(super) fn has_match(list: &str, tag: &str) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
