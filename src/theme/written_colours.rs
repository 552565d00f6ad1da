//! The colours that themes write in `theme.toml`, token by token, the nearer theme's over its base's.

use std::collections::BTreeMap;

use super::manifest::Colours;
use super::palette::Palette;
use super::token::{Scheme, Token};
use super::{ThemeFault, ThemeFaultKind};
use crate::colour::Colour;
use crate::source::{FilePath, Place, Span};

/// An accent of the site's own.
#[derive(Clone, Debug)]
pub struct Accent {
    /// The colour.
    pub colour: Colour,
    /// Where the site writes it.
    pub place: Place,
}

/// A colour, and where it is written.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) colour: Colour,
    pub(super) place: Place,
    /// How many themes extend the one that writes it.
    pub(super) depth: usize,
    /// Whether the site writes it.
    pub(super) is_of_site: bool,
}

/// What themes write, the nearer theme's over its base's.
#[derive(Default)]
pub(super) struct WrittenColours {
    /// Nothing for a value that is no colour, which was told.
    colours: BTreeMap<(Scheme, Token), Option<Written>>,
    /// How many themes were read.
    depth: usize,
    /// Where the furthest theme that has colours has those of each scheme.
    headers: BTreeMap<Scheme, Place>,
}

impl WrittenColours {
    /// Adds the colours of the next theme that is extended; tells those that are none.
    pub(super) fn add(&mut self, file: &FilePath, colours: Colours) -> Vec<ThemeFault> {
        let mut faults = Vec::new();
        if !colours.is_empty() {
            self.headers = Scheme::ALL.map(|scheme| (scheme, Place::new(file, Span::default()))).into();
        }
        for (scheme, tokens) in colours {
            self.headers.insert(scheme, Place::new(file, span(&tokens)));
            for (token, text) in tokens.into_inner() {
                let place = Place::new(file, span(&text));
                let colour = Colour::parse(text.get_ref());
                if colour.is_none() {
                    let kind = ThemeFaultKind::Colour(text.into_inner());
                    faults.push(ThemeFault { file: file.clone(), span: place.span, kind });
                }
                let depth = self.depth;
                let written = colour.map(|colour| Written { colour, place, depth, is_of_site: false });
                self.colours.entry((scheme, token)).or_insert(written);
            }
        }
        self.depth += 1;
        faults
    }

    /// What lacks in themes that have colours: it is told where the furthest has them.
    pub(super) fn missing(&self) -> Vec<ThemeFault> {
        let told = self.headers.iter().filter_map(|(scheme, place)| {
            let is_missing = |token: &Token| !self.colours.contains_key(&(*scheme, *token));
            let tokens: Vec<Token> = Token::ALL.into_iter().filter(is_missing).collect();
            (!tokens.is_empty()).then(|| {
                let kind = ThemeFaultKind::MissingColours { scheme: *scheme, tokens };
                ThemeFault { file: place.file.clone(), span: place.span, kind }
            })
        });
        told.collect()
    }

    /// Every colour; nothing where one lacks.
    pub(super) fn palette(&self) -> Option<Palette> {
        let keys = Scheme::ALL.into_iter().flat_map(|scheme| Token::ALL.map(|token| (scheme, token)));
        let mut palette = Palette { colours: BTreeMap::new() };
        for key in keys {
            palette.colours.insert(key, self.colours.get(&key)?.clone()?);
        }
        Some(palette)
    }
}

fn span<T>(value: &toml::Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}
