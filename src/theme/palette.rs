//! Every colour that a site wears: those of its theme, the accents of its own in place.

use std::collections::BTreeMap;

use super::token::{Scheme, Token};
use super::written_colours::{Accent, Written};
use crate::colour::Colour;

/// The contrast that texts need: WCAG 2, 1.4.3.
pub const READABLE: f64 = 4.5;

/// Every colour that a site wears.
pub(super) struct Palette {
    pub(super) colours: BTreeMap<(Scheme, Token), Written>,
}

impl Palette {
    /// A colour.
    pub(super) fn get(&self, scheme: Scheme, token: Token) -> Option<&Written> {
        self.colours.get(&(scheme, token))
    }

    /// The colours that texts stand on.
    pub(super) fn grounds(&self, scheme: Scheme) -> Vec<Colour> {
        Token::GROUNDS.iter().filter_map(|ground| self.get(scheme, *ground)).map(|it| it.colour).collect()
    }

    /// Puts accents of the site's in place of the theme's.
    pub(super) fn wear(&mut self, accent: Option<&Accent>, accent_dark: Option<&Accent>) {
        if let Some(accent) = accent {
            self.stand_in(Scheme::Light, accent);
        }
        match (accent_dark, accent) {
            (Some(accent), _) => self.stand_in(Scheme::Dark, accent),
            (None, Some(accent)) => self.lighten(accent),
            (None, None) => {}
        }
    }

    fn stand_in(&mut self, scheme: Scheme, accent: &Accent) {
        let Accent { colour, place } = accent.clone();
        let written = Written { colour, place, depth: 0, is_of_site: true };
        self.colours.insert((scheme, Token::Accent), written);
    }

    /// The accent in the dark of a site that names that in the light alone: the nearest that reads well.
    /// The theme's own stays where there is none.
    fn lighten(&mut self, accent: &Accent) {
        let nearest = accent.colour.nearest_with(READABLE, &self.grounds(Scheme::Dark));
        if let Some(colour) = nearest {
            self.stand_in(Scheme::Dark, &Accent { colour, place: accent.place.clone() });
        }
    }

    /// As style sheets have them: in light, in dark, and where a person has chosen their own colours.
    pub(super) fn custom_properties(&self) -> String {
        let [light, dark] = Scheme::ALL.map(|scheme| {
            let colour = |token| self.get(scheme, token).map(|it| it.colour.to_string()).unwrap_or_default();
            rule(colour)
        });
        let forced = rule(|token| token.forced().to_owned());
        format!(
            "{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n@media(forced-colors:active){{{forced}}}"
        )
    }
}

fn rule(colour: impl Fn(Token) -> String) -> String {
    let properties = Token::ALL.map(|token| format!("--{}:{}", token.name(), colour(token)));
    format!(":root{{{}}}", properties.join(";"))
}
