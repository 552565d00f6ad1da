//! How much a file weighs, as people write it: « 45 Mo », « 1,2 Go », "45 MB".

use super::{Quantity, Scale};
use crate::language::Language;

/// The weight of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight(Quantity);

/// Each unit as French and English write it.
const UNITS: [(&str, &str); 3] = [("ko", "kB"), ("Mo", "MB"), ("Go", "GB")];

impl Weight {
    /// Reads a number with its unit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut quantity = Quantity::parse(text).filter(|quantity| quantity.scale == Scale::One)?;
        let unit = quantity.unit.as_deref()?;
        let is_unit = |known: &str| known.eq_ignore_ascii_case(unit);
        let (french, _) = UNITS.into_iter().find(|(french, english)| is_unit(french) || is_unit(english))?;
        quantity.unit = Some(french.into());
        (quantity.value() > 0.0).then_some(Self(quantity))
    }

    /// The weight as a language writes it.
    #[must_use]
    pub fn words(&self, language: &Language) -> String {
        let mut quantity = self.0.clone();
        let own = UNITS.into_iter().find(|(french, _)| quantity.unit.as_deref() == Some(french));
        quantity.unit =
            own.map(|(french, english)| if language.is_french() { french } else { english }.into());
        quantity.words(language)
    }
}

#[cfg(test)]
mod tests {
    use super::Weight;
    use crate::language::Language;

    fn shown(text: &str, tag: &str) -> Option<String> {
        let language = Language::from_tag(tag).expect("a tag");
        Weight::parse(text).map(|weight| weight.words(&language).replace('\u{202F}', " "))
    }

    #[test]
    fn each_language_has_its_units() {
        assert_eq!(shown("45 Mo", "fr").as_deref(), Some("45 Mo"));
        assert_eq!(shown("45 Mo", "en").as_deref(), Some("45 MB"));
        assert_eq!(shown("1,2 GB", "fr").as_deref(), Some("1,2 Go"));
        assert_eq!(shown("1,2 Go", "en").as_deref(), Some("1.2 GB"));
        assert_eq!(shown("environ 800 ko", "fr").as_deref(), Some("environ 800 ko"));
    }

    #[test]
    fn a_weight_without_unit_is_none() {
        for written in ["45", "45 km", "45 M", "lourd", "0 Mo"] {
            assert_eq!(shown(written, "fr"), None, "{written}");
        }
    }
}
