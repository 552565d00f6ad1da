//! What is said of a colour that is hard to read on its ground, and what to do about it: an accent of
//! the site's, a colour of a theme.

use crate::locale::{Bilingual, Wording, both};
use crate::theme::{Faint, READABLE, Scheme, Token};
use crate::wording;

/// What is wrong; the colour under its name where several could be meant.
pub(super) fn message(faint: &Faint, name: &str) -> Wording {
    let Faint { colour, ground_colour, .. } = faint;
    let ground = ground(faint);
    let (french_ground, english_ground) = (ground.french, ground.english);
    let contrast = number(colour.contrast(*ground_colour));
    let needed = number(READABLE);
    let (french, needed_french) = (contrast.replace('.', ","), needed.replace('.', ","));
    wording!(
        "{name} se lit mal {french_ground} (`{ground_colour}`) : contraste de {french}, il faut {needed_french}",
        "{name} is hard to read {english_ground} (`{ground_colour}`): a contrast of {contrast}, {needed} is needed",
    )
}

/// What to do: what is to be written instead.
pub(super) fn hint(instead: &str) -> Wording {
    wording!(
        "écrivez `{instead}`, la couleur la plus proche de même teinte qui se lit sur tous les fonds",
        "write `{instead}`, the nearest colour of the same hue that can be read on every ground",
    )
}

fn ground(faint: &Faint) -> Bilingual {
    match (faint.scheme, faint.ground) {
        (Scheme::Light, Token::Tint) => both("sur le fond teinté clair", "on the light tinted ground"),
        (Scheme::Light, _) => both("sur le fond clair des pages", "on the light ground of pages"),
        (Scheme::Dark, Token::Tint) => both("sur le fond teinté sombre", "on the dark tinted ground"),
        (Scheme::Dark, _) => both("sur le fond sombre des pages", "on the dark ground of pages"),
    }
}

/// A contrast with two decimals, never rounded up to one that would do.
fn number(contrast: f64) -> String {
    let hundredths = format!("{:.2}", (contrast * 100.0).floor() / 100.0);
    hundredths.trim_end_matches('0').trim_end_matches('.').to_owned()
}
