//! How long something lasts, as people write it: « 3 min », « 2 min 30 s », « 1 h 05 ».

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    seconds: u32,
}

/// The words of each unit, with its seconds.
const UNITS: [(&[&str], u32); 3] = [
    (&["h", "heure", "heures", "hour", "hours"], 3600),
    (&["min", "mn", "minute", "minutes"], 60),
    (&["s", "sec", "seconde", "secondes", "second", "seconds"], 1),
];

impl Duration {
    /// Reads a length of time; a number alone counts minutes, and after hours too.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mut seconds, mut last, mut rest) = (0_u32, 0, text.trim());
        while !rest.is_empty() {
            let (number, after) = split(rest, |sign| sign.is_ascii_digit());
            let (word, after) = split(after.trim_start(), char::is_alphabetic);
            let is_last = after.trim().is_empty();
            let unit = match word {
                "" if is_last && matches!(last, 0 | 3600) => 60,
                _ => UNITS.iter().find(|(words, _)| words.contains(&word))?.1,
            };
            // Hours come before minutes, and minutes before seconds.
            if last != 0 && unit >= last {
                return None;
            }
            seconds = number.parse::<u32>().ok()?.checked_mul(unit)?.checked_add(seconds)?;
            (last, rest) = (unit, after.trim_start());
        }
        (seconds > 0).then_some(Self { seconds })
    }

    /// The length in words that every language of the site reads: « 1 h 5 min », « 2 min 30 s ».
    #[must_use]
    pub fn words(self) -> String {
        let parts = [(self.seconds / 3600, "h"), (self.seconds / 60 % 60, "min"), (self.seconds % 60, "s")];
        let parts = parts.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, unit)| format!("{count}\u{A0}{unit}")).collect();
        parts.join("\u{A0}")
    }
}

/// The first signs of a text that are of a sort, and the rest.
fn split(text: &str, is_of: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|sign| !is_of(sign)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::Duration;

    fn shown(text: &str) -> Option<String> {
        Duration::parse(text).map(|duration| duration.words().replace('\u{A0}', " "))
    }

    #[test]
    fn the_ways_people_write_lengths_of_time_are_read() {
        for (written, words) in [
            ("3", "3 min"),
            ("3 min", "3 min"),
            ("2 min 30 s", "2 min 30 s"),
            ("2min30s", "2 min 30 s"),
            ("1 h 05", "1 h 5 min"),
            ("90 minutes", "1 h 30 min"),
            ("45 s", "45 s"),
        ] {
            assert_eq!(shown(written).as_deref(), Some(words), "{written}");
        }
    }

    #[test]
    fn what_needs_a_guess_is_refused() {
        for written in ["", "0", "2:30", "2 min 30", "30 s 2 min", "trois minutes", "2,5 min", "-3"] {
            assert_eq!(shown(written), None, "{written}");
        }
    }
}
