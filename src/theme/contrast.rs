//! Whether the colours that a site wears can be read on each other.
//!
//! What is read stands at 4.5 to 1 on every ground that it stands on, as WCAG 2 asks of texts
//! (1.4.3). The ring of focus, which is the accent, asks for 3 (1.4.11), and paper on the accent, as
//! in buttons, has the contrast of the accent on paper.

use super::palette::{Palette, READABLE};
use super::token::{Scheme, Token};
use super::written_colours::Written;
use super::{ThemeFault, ThemeFaultKind};
use crate::colour::Colour;

/// A colour that is hard to read on a ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faint {
    /// In which light.
    pub scheme: Scheme,
    /// What the colour is for.
    pub token: Token,
    /// The colour.
    pub colour: Colour,
    /// The ground on which it is hardest to read.
    pub ground: Token,
    /// The ground's colour.
    pub ground_colour: Colour,
    /// The nearest colour that can be read on every ground.
    pub nearest: Option<Colour>,
}

/// What is hard to read, each colour once: on the ground where it is hardest.
pub(super) fn faults(palette: &Palette) -> Vec<ThemeFault> {
    let pairs = Scheme::ALL.into_iter().flat_map(|scheme| Token::READ.map(|token| (scheme, token)));
    pairs.filter_map(|(scheme, token)| fault(palette, scheme, token)).collect()
}

fn fault(palette: &Palette, scheme: Scheme, token: Token) -> Option<ThemeFault> {
    let read = palette.get(scheme, token)?;
    let contrast = |ground: &Written| read.colour.contrast(ground.colour);
    let grounds_of_scheme =
        Token::GROUNDS.iter().filter_map(|ground| Some((*ground, palette.get(scheme, *ground)?)));
    let (ground, worst) =
        grounds_of_scheme.min_by(|(_, one), (_, other)| contrast(one).total_cmp(&contrast(other)))?;
    if contrast(worst) >= READABLE {
        return None;
    }
    let faint = Faint {
        scheme,
        token,
        colour: read.colour,
        ground,
        ground_colour: worst.colour,
        nearest: read.colour.nearest_with(READABLE, &palette.grounds(scheme)),
    };
    // A theme that changes the ground alone is told of the ground.
    let place = if worst.depth < read.depth { &worst.place } else { &read.place };
    let kind =
        if read.is_of_site { ThemeFaultKind::FaintAccent(faint) } else { ThemeFaultKind::FaintColour(faint) };
    Some(ThemeFault { file: place.file.clone(), span: place.span, kind })
}
