//! The words of addresses, which a site may rename.

use crate::language::Language;

/// The words of addresses in French and in English, by the name that `[routes.<language>]` gives
/// them: first the sections of a site, then the words of its lists.
pub(super) const ROUTE_WORDS: [(&str, &str, &str); 28] = [
    ("news", "actualites", "news"),
    ("events", "agenda", "events"),
    ("calls", "appels-a-projets", "calls"),
    ("publications", "publications", "publications"),
    ("figures", "chiffres-cles", "key-figures"),
    ("poles", "poles", "poles"),
    ("organisations", "organisations", "organisations"),
    ("regions", "regions", "regions"),
    ("partnerships", "partenariats", "partnerships"),
    ("phases", "phases", "phases"),
    ("programmes", "programmes", "programmes"),
    ("people", "personnes", "people"),
    ("governance", "gouvernance", "governance"),
    ("press", "espace-presse", "press"),
    ("open_data", "donnees-ouvertes", "open-data"),
    ("search", "recherche", "search"),
    ("site_plan", "plan-du-site", "site-plan"),
    ("theme", "theme", "theme"),
    ("press_releases", "communiques", "press-releases"),
    ("pole", "pole", "pole"),
    ("region", "region", "region"),
    ("subject", "sujet", "subject"),
    ("sector", "secteur", "sector"),
    ("phase", "phase", "phase"),
    ("kind", "type", "kind"),
    ("labels", "labels", "labels"),
    ("milestones", "etapes", "milestones"),
    ("page", "page", "page"),
];

/// How many of [`ROUTE_WORDS`] are sections.
pub(super) const SECTIONS: usize = 17;

/// What `[routes.<language>]` may rename.
pub fn route_names() -> impl Iterator<Item = &'static str> + Clone {
    ROUTE_WORDS.iter().map(|(name, ..)| *name)
}

/// The word of addresses that a language has for a name unless the site says otherwise.
#[must_use]
pub fn usual_word(name: &str, language: &Language) -> Option<&'static str> {
    let (_, french, english) = ROUTE_WORDS.iter().find(|(of, ..)| *of == name)?;
    Some(if language.is_french() { french } else { english })
}
