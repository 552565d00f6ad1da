//! `site-config.toml`: the site's name, address, languages, routes, and how strict to be.
//!
//! This module must not know where the file lies, nor what any rule does with it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::language::Language;
use crate::source::Span;

/// The file of the configuration, at the top of the site's folder.
pub const FILE: &str = "site-config.toml";

/// What `[routes.<language>]` may rename: sections, and the words of lists of news.
pub const ROUTE_NAMES: [&str; 18] = [
    "subject",
    "figures",
    "news",
    "events",
    "calls",
    "publications",
    "poles",
    "organisations",
    "regions",
    "partnerships",
    "phases",
    "programmes",
    "people",
    "site_plan",
    "theme",
    "pole",
    "region",
    "page",
];

/// The configuration of a site.
#[derive(Clone, Debug)]
pub struct SiteConfig {
    /// Its name, in each language.
    pub names: Localised,
    /// A sentence about it, in each language.
    pub descriptions: Localised,
    /// What the footer says of who edits it, in each language.
    pub notices: Localised,
    /// Where it is published, without a slash at the end.
    pub address: String,
    /// Its languages; the first is that of the originals.
    pub languages: Vec<Language>,
    /// The time zone of its dates and of "today".
    pub time_zone: String,
    /// How many entries a page of a list has.
    pub page_size: usize,
    /// The theme's folder below `themes/`.
    pub theme: String,
    /// The accent colour, as `#rrggbb`.
    pub accent: Option<String>,
    /// Words of addresses that differ from the usual ones: language, then page kind.
    pub routes: BTreeMap<String, BTreeMap<String, String>>,
    /// Severities that differ from the usual ones.
    pub rules: BTreeMap<String, Setting>,
    /// Whether what belongs to France alone is checked: region codes.
    pub france: bool,
    /// Figures that the home page shows: `entry/metric`.
    pub headline_figures: Vec<(String, Span)>,
}

/// A text in each language; the first language's stands in for those missing.
#[derive(Clone, Debug, Default)]
pub struct Localised {
    first: String,
    others: BTreeMap<String, String>,
}

impl Localised {
    /// The text in a language, or in the first where it has none.
    #[must_use]
    pub fn get(&self, language: &Language) -> &str {
        self.others.get(language.tag()).unwrap_or(&self.first)
    }
}

/// What a site says of a rule.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// It does not run.
    Off,
    /// It informs.
    Info,
    /// It warns.
    Warning,
    /// It refuses the build.
    Error,
}

/// What is wrong in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ConfigFaultKind,
}

/// What is wrong in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigFaultKind {
    /// It is not TOML, or has a key or type that is not known; in the reader's words.
    Unreadable(String),
    /// A language tag that is none.
    Language(String),
    /// No language.
    NoLanguage,
    /// The address is not one: `https://…`.
    Address(String),
    /// A list page must have 1 to 1,000 entries.
    PageSize,
    /// The colour is not `#rrggbb`.
    Colour(String),
    /// A time zone that is not known.
    TimeZone(String),
    /// A folder's name with a slash or dots in it.
    Theme(String),
    /// A part of addresses that is not there.
    UnknownRoute(String),
    /// A part of an address that is not lower-case letters, digits and hyphens.
    RouteWord(String),
    /// A rule that is not there.
    UnknownRule(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    site: Site,
    #[serde(default)]
    translations: BTreeMap<String, Translation>,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    routes: BTreeMap<String, BTreeMap<Spanned<String>, Spanned<String>>>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Setting>,
    #[serde(default)]
    packs: Packs,
    #[serde(default)]
    home: Home,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Site {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    notice: String,
    address: Spanned<String>,
    languages: Spanned<Vec<Spanned<String>>>,
    time_zone: Option<Spanned<String>>,
    page_size: Option<Spanned<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    name: Option<String>,
    description: Option<String>,
    notice: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    name: Option<Spanned<String>>,
    accent: Option<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Packs {
    #[serde(default)]
    france: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    #[serde(default)]
    figures: Vec<Spanned<String>>,
}

/// Reads the configuration. `rules` are the codes that `[rules]` may name.
///
/// # Errors
/// All that is wrong in it, at its place.
pub fn read(text: &str, rules: &[&str]) -> Result<SiteConfig, Vec<ConfigFault>> {
    let file: File = toml::from_str(text).map_err(|error| {
        let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
        vec![ConfigFault { span, kind: ConfigFaultKind::Unreadable(error.message().to_owned()) }]
    })?;
    let mut faults = Vec::new();
    check(&file, rules, &mut faults);
    let languages = languages(&file.site.languages, &mut faults);
    if faults.is_empty() { Ok(assemble(file, languages)) } else { Err(faults) }
}

fn assemble(file: File, languages: Vec<Language>) -> SiteConfig {
    let words = |first: &str, pick: fn(&Translation) -> &Option<String>| Localised {
        first: first.to_owned(),
        others: file
            .translations
            .iter()
            .filter_map(|(tag, translation)| Some((tag.clone(), pick(translation).clone()?)))
            .collect(),
    };
    let site = &file.site;
    SiteConfig {
        names: words(&site.name, |translation| &translation.name),
        descriptions: words(&site.description, |translation| &translation.description),
        notices: words(&site.notice, |translation| &translation.notice),
        address: site.address.get_ref().trim_end_matches('/').to_owned(),
        languages,
        time_zone: site.time_zone.as_ref().map_or("Europe/Paris", |zone| zone.get_ref()).to_owned(),
        page_size: site.page_size.as_ref().map_or(20, |size| *size.get_ref()),
        theme: file.theme.name.map_or("sobre".to_owned(), Spanned::into_inner),
        accent: file.theme.accent.map(Spanned::into_inner),
        routes: file.routes.into_iter().map(|(tag, words)| (tag, plain(words))).collect(),
        rules: file.rules.into_iter().map(|(code, setting)| (code.into_inner(), setting)).collect(),
        france: file.packs.france,
        headline_figures: file
            .home
            .figures
            .into_iter()
            .map(|figure| (figure.get_ref().clone(), span(&figure)))
            .collect(),
    }
}

fn plain(words: BTreeMap<Spanned<String>, Spanned<String>>) -> BTreeMap<String, String> {
    words.into_iter().map(|(name, word)| (name.into_inner(), word.into_inner())).collect()
}

fn span<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

fn languages(tags: &Spanned<Vec<Spanned<String>>>, faults: &mut Vec<ConfigFault>) -> Vec<Language> {
    let mut languages = Vec::new();
    for tag in tags.get_ref() {
        match Language::from_tag(tag.get_ref()) {
            Some(language) => languages.push(language),
            None => faults.push(ConfigFault {
                span: span(tag),
                kind: ConfigFaultKind::Language(tag.get_ref().clone()),
            }),
        }
    }
    if tags.get_ref().is_empty() {
        faults.push(ConfigFault { span: span(tags), kind: ConfigFaultKind::NoLanguage });
    }
    languages
}

fn check(file: &File, rules: &[&str], faults: &mut Vec<ConfigFault>) {
    let mut fault = |span, kind| faults.push(ConfigFault { span, kind });
    let address = file.site.address.get_ref();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    if !host.is_some_and(|host| !host.is_empty() && !host.contains(char::is_whitespace)) {
        fault(span(&file.site.address), ConfigFaultKind::Address(address.clone()));
    }
    if let Some(size) = file.site.page_size.as_ref().filter(|size| !(1..=1000).contains(size.get_ref())) {
        fault(span(size), ConfigFaultKind::PageSize);
    }
    if let Some(zone) = &file.site.time_zone
        && jiff::tz::TimeZone::get(zone.get_ref()).is_err()
    {
        fault(span(zone), ConfigFaultKind::TimeZone(zone.get_ref().clone()));
    }
    if let Some(accent) = file.theme.accent.as_ref().filter(|accent| !is_colour(accent.get_ref())) {
        fault(span(accent), ConfigFaultKind::Colour(accent.get_ref().clone()));
    }
    if let Some(name) = file.theme.name.as_ref().filter(|name| name.get_ref().contains(['/', '\\', '.'])) {
        fault(span(name), ConfigFaultKind::Theme(name.get_ref().clone()));
    }
    for (name, word) in file.routes.values().flatten() {
        if !ROUTE_NAMES.contains(&name.get_ref().as_str()) {
            fault(span(name), ConfigFaultKind::UnknownRoute(name.get_ref().clone()));
        }
        if !is_slug(word.get_ref()) {
            fault(span(word), ConfigFaultKind::RouteWord(word.get_ref().clone()));
        }
    }
    for code in file.rules.keys().filter(|code| !rules.contains(&code.get_ref().as_str())) {
        fault(span(code), ConfigFaultKind::UnknownRule(code.get_ref().clone()));
    }
}

fn is_slug(word: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !word.is_empty() && word.bytes().all(allowed)
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str =
        "[site]\nname = \"A\"\naddress = \"https://a.example/\"\nlanguages = [\"fr\", \"en\"]\n";

    #[test]
    fn a_small_configuration_has_sensible_defaults() {
        let config = read(&format!("{SITE}[translations.en]\nname = \"B\"\n"), &[]).expect("it is right");
        assert_eq!(config.address, "https://a.example");
        assert_eq!(config.page_size, 20);
        assert_eq!(config.names.get(&config.languages[1]), "B");
        assert_eq!(config.names.get(&config.languages[0]), "A");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_its_place() {
        let text =
            SITE.replace("https://a.example/", "a.example") + "page_size = 0\n[rules]\nnope = \"off\"\n";
        let faults = read(&text, &["unknown-key"]).expect_err("it is wrong");
        let places: Vec<&str> = faults.iter().map(|fault| &text[fault.span.range()]).collect();
        assert_eq!(places, ["\"a.example\"", "0", "nope"]);
    }

    #[test]
    fn a_key_that_is_not_known_is_told() {
        let text = format!("{SITE}colour = 1\n");
        let faults = read(&text, &[]).expect_err("it is wrong");
        assert_eq!(&text[faults[0].span.range()], "colour");
    }
}
