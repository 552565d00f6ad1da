//! `site-config.toml`: the site's name, address, languages, routes, and how strict to be.
//!
//! This module must not know where the file lies, nor what any rule does with it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::language::Language;
use crate::source::{FilePath, Source, Span};

/// The file of the configuration, at the top of the site's folder.
pub const FILE: &str = "site-config.toml";

/// The folder of the content, unless the site says otherwise.
const DEFAULT_ROOT: &str = "content";

/// The words of addresses in French and in English, by the name that `[routes.<language>]` gives
/// them: first the sections of a site, then the words of its lists.
const ROUTE_WORDS: [(&str, &str, &str); 28] = [
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
const SECTIONS: usize = 17;

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

/// The configuration of a site.
#[derive(Clone, Debug)]
pub struct SiteConfig {
    /// Its name, in each language.
    pub names: Localised,
    /// A sentence about it, in each language.
    pub descriptions: Localised,
    /// What the footer says of who edits it, in each language.
    pub notices: Localised,
    /// Under what licence its data may be used, in each language; empty where no one says.
    pub licences: Localised,
    /// Where the terms of the licence are.
    pub licence_url: Option<String>,
    /// The id of the entry by which readers write to the editors: a page, or who answers.
    pub contact: Option<(String, Span)>,
    /// Where it is published, without a slash at the end.
    pub address: String,
    /// The folders of its content, below the site's: the federation's own first.
    pub content_roots: Vec<String>,
    /// Its languages; the first is that of the originals.
    pub languages: Vec<Language>,
    /// The time zone of its dates and of "today".
    pub time_zone: String,
    /// Whose photographs are where nothing says so.
    pub credit: Option<String>,
    /// How many entries a page of a list has.
    pub page_size: usize,
    /// The theme's folder below `themes/`.
    pub theme: String,
    /// Where the theme is named; the top of the file where it is not.
    pub theme_span: Span,
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

impl SiteConfig {
    /// The path of a file below the root of content that it lies in.
    #[must_use]
    pub fn below_root<'a>(&self, path: &'a FilePath) -> &'a str {
        let below = |root: &String| path.as_str().strip_prefix(root.as_str())?.strip_prefix('/');
        self.content_roots.iter().find_map(below).unwrap_or(path.as_str())
    }

    /// The root where what is new belongs.
    #[must_use]
    pub fn first_root(&self) -> &str {
        self.content_roots.first().map_or(DEFAULT_ROOT, String::as_str)
    }
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
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A folder of content that is not below the site's, or not written plainly.
    Root(String),
    /// A folder of content that is another one, or lies in it.
    NestedRoot {
        /// The folder.
        root: String,
        /// The other.
        other: String,
    },
    /// No folder of content.
    NoRoot,
    /// A language tag that is none.
    Language(String),
    /// A language that stands in the list already.
    RepeatedLanguage(String),
    /// Words for a language that the site does not have.
    ForeignLanguage {
        /// The tag written.
        tag: String,
        /// Those of the site.
        languages: Vec<String>,
    },
    /// No language.
    NoLanguage,
    /// The address is not one: `https://…`.
    Address(String),
    /// The address of the licence is not one: `https://…`.
    LicenceAddress(String),
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
    /// Two parts of addresses with one word.
    SameWord {
        /// The word.
        word: String,
        /// The other part that has it.
        other: &'static str,
    },
    /// A section whose word begins the addresses of another language.
    LanguageWord(String),
    /// A rule that is not there.
    UnknownRule(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    site: Site,
    #[serde(default)]
    translations: BTreeMap<Spanned<String>, Translation>,
    #[serde(default)]
    content: Content,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    routes: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Setting>,
    #[serde(default)]
    packs: Packs,
    #[serde(default)]
    home: Home,
}

/// The words of one language, by the name of what they rename.
type Words = BTreeMap<Spanned<String>, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Site {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    notice: String,
    #[serde(default)]
    licence: String,
    licence_url: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
    address: Spanned<String>,
    languages: Spanned<Vec<Spanned<String>>>,
    time_zone: Option<Spanned<String>>,
    credit: Option<String>,
    page_size: Option<Spanned<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    name: Option<String>,
    description: Option<String>,
    notice: Option<String>,
    licence: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    roots: Option<Spanned<Vec<Spanned<String>>>>,
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

/// Reads the file of the configuration, which must be UTF-8.
///
/// # Errors
/// All that is wrong in it, at its place.
pub fn read_source(source: &Source, rules: &[&str]) -> Result<SiteConfig, Vec<ConfigFault>> {
    let read = read(&source.text, rules);
    let Some(at) = source.broken_at else { return read };
    let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
    let mut faults = vec![ConfigFault { span, kind: ConfigFaultKind::NotUtf8 }];
    faults.extend(read.err().into_iter().flatten());
    Err(faults)
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
    check_roots(&file.content, &mut faults);
    let languages = languages(&file.site.languages, &mut faults);
    check_languages(&file, &languages, &mut faults);
    for language in &languages {
        check_words(&file, language, &languages, &mut faults);
    }
    if faults.is_empty() { Ok(assemble(file, languages)) } else { Err(faults) }
}

fn assemble(file: File, languages: Vec<Language>) -> SiteConfig {
    let words = |first: &str, pick: fn(&Translation) -> &Option<String>| Localised {
        first: first.to_owned(),
        others: file
            .translations
            .iter()
            .filter_map(|(tag, translation)| Some((tag.get_ref().clone(), pick(translation).clone()?)))
            .collect(),
    };
    let site = &file.site;
    SiteConfig {
        names: words(&site.name, |translation| &translation.name),
        descriptions: words(&site.description, |translation| &translation.description),
        notices: words(&site.notice, |translation| &translation.notice),
        licences: words(&site.licence, |translation| &translation.licence),
        licence_url: site.licence_url.as_ref().map(|url| url.get_ref().clone()),
        contact: site.contact.as_ref().map(|contact| (contact.get_ref().clone(), span(contact))),
        address: site.address.get_ref().trim_end_matches('/').to_owned(),
        content_roots: roots(&file.content),
        languages,
        time_zone: site.time_zone.as_ref().map_or("Europe/Paris", |zone| zone.get_ref()).to_owned(),
        credit: site.credit.clone().filter(|credit| !credit.trim().is_empty()),
        page_size: site.page_size.as_ref().map_or(20, |size| *size.get_ref()),
        theme_span: file.theme.name.as_ref().map(span).unwrap_or_default(),
        theme: file.theme.name.map_or("sobre".to_owned(), Spanned::into_inner),
        accent: file.theme.accent.map(Spanned::into_inner),
        routes: file.routes.into_iter().map(|(tag, words)| (tag.into_inner(), plain(words))).collect(),
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

fn roots(content: &Content) -> Vec<String> {
    let Some(roots) = &content.roots else { return vec![DEFAULT_ROOT.to_owned()] };
    roots.get_ref().iter().map(|root| root.get_ref().trim_end_matches('/').to_owned()).collect()
}

fn plain(words: Words) -> BTreeMap<String, String> {
    words.into_iter().map(|(name, word)| (name.into_inner(), word.into_inner())).collect()
}

fn span<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

fn languages(tags: &Spanned<Vec<Spanned<String>>>, faults: &mut Vec<ConfigFault>) -> Vec<Language> {
    let mut languages = Vec::new();
    for tag in tags.get_ref() {
        let kind = match Language::from_tag(tag.get_ref()) {
            Some(language) if !languages.contains(&language) => {
                languages.push(language);
                continue;
            }
            Some(language) => ConfigFaultKind::RepeatedLanguage(language.tag().to_owned()),
            None => ConfigFaultKind::Language(tag.get_ref().clone()),
        };
        faults.push(ConfigFault { span: span(tag), kind });
    }
    if tags.get_ref().is_empty() {
        faults.push(ConfigFault { span: span(tags), kind: ConfigFaultKind::NoLanguage });
    }
    languages
}

/// Words for a language that the site does not have would never show.
fn check_languages(file: &File, languages: &[Language], faults: &mut Vec<ConfigFault>) {
    let tags: Vec<String> = languages.iter().map(|language| language.tag().to_owned()).collect();
    for tag in file.routes.keys().chain(file.translations.keys()) {
        if !tags.contains(tag.get_ref()) {
            let kind =
                ConfigFaultKind::ForeignLanguage { tag: tag.get_ref().clone(), languages: tags.clone() };
            faults.push(ConfigFault { span: span(tag), kind });
        }
    }
}

/// A file belongs to one root, so that its path tells what it is.
fn check_roots(content: &Content, faults: &mut Vec<ConfigFault>) {
    let Some(roots) = &content.roots else { return };
    if roots.get_ref().is_empty() {
        faults.push(ConfigFault { span: span(roots), kind: ConfigFaultKind::NoRoot });
    }
    let mut seen: Vec<&str> = Vec::new();
    for root in roots.get_ref() {
        let folder = root.get_ref().trim_end_matches('/');
        let kind = if !is_plain_folder(folder) {
            ConfigFaultKind::Root(folder.to_owned())
        } else if let Some(other) =
            seen.iter().find(|other| is_within(folder, other) || is_within(other, folder))
        {
            ConfigFaultKind::NestedRoot { root: folder.to_owned(), other: (*other).to_owned() }
        } else {
            seen.push(folder);
            continue;
        };
        faults.push(ConfigFault { span: span(root), kind });
    }
}

/// A folder below the site's, and none that grappe keeps for something else.
fn is_plain_folder(folder: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']);
    let top = folder.split('/').next();
    folder.split('/').all(is_plain) && !matches!(top, Some("themes" | "public"))
}

fn is_within(folder: &str, other: &str) -> bool {
    folder.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Two parts of addresses with one word would hide each other's pages, and nobody asked for those
/// pages in a file where it could be told.
fn check_words(file: &File, language: &Language, languages: &[Language], faults: &mut Vec<ConfigFault>) {
    let of_language = |(tag, _): &(&Spanned<String>, &Words)| tag.get_ref() == language.tag();
    let Some((_, written)) = file.routes.iter().find(of_language) else { return };
    let (sections, of_lists) = ROUTE_WORDS.split_at(SECTIONS);
    for (name, word) in written {
        let is_section = sections.iter().any(|(section, ..)| section == name.get_ref());
        let group = if is_section { sections } else { of_lists };
        let others = group.iter().map(|(other, ..)| *other).filter(|other| other != name.get_ref());
        let mut same = others.filter(|other| has_word_before(written, language, other, word));
        if let Some(other) = same.next() {
            let kind = ConfigFaultKind::SameWord { word: word.get_ref().clone(), other };
            faults.push(ConfigFault { span: span(word), kind });
        }
        let mut others = languages.iter().skip(1);
        if is_section && languages.first() == Some(language) && others.any(|it| it.tag() == word.get_ref()) {
            faults.push(ConfigFault {
                span: span(word),
                kind: ConfigFaultKind::LanguageWord(word.get_ref().clone()),
            });
        }
    }
}

/// Whether a part of addresses has a word: its usual one, or one written above that word, so that
/// two equal words are told once.
fn has_word_before(written: &Words, language: &Language, name: &str, word: &Spanned<String>) -> bool {
    match written.iter().find(|(other, _)| other.get_ref() == name) {
        Some((_, other)) => other.get_ref() == word.get_ref() && other.span().start < word.span().start,
        None => usual_word(name, language) == Some(word.get_ref().as_str()),
    }
}

fn check(file: &File, rules: &[&str], faults: &mut Vec<ConfigFault>) {
    let mut fault = |span, kind| faults.push(ConfigFault { span, kind });
    let address = file.site.address.get_ref();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    // What follows a `?` or `#` would stand in the middle of the addresses of pages.
    let is_refused = |character: char| character.is_whitespace() || "?#".contains(character);
    if !host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !host.contains(is_refused)) {
        fault(span(&file.site.address), ConfigFaultKind::Address(address.clone()));
    }
    let is_web = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = file.site.licence_url.as_ref().filter(|url| !is_web(url.get_ref())) {
        fault(span(url), ConfigFaultKind::LicenceAddress(url.get_ref().clone()));
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
        if !route_names().any(|known| known == name.get_ref()) {
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
    fn roots_of_content_stand_beside_each_other_below_the_site() {
        let text = format!(
            "{SITE}[content]\nroots = [\"content/\", \"poles/ir\", \"../b\", \"poles/ir/news\", \"/c\", \"themes\"]\n"
        );
        let faults = read(&text, &[]).expect_err("it is wrong");
        let places: Vec<&str> = faults.iter().map(|fault| &text[fault.span.range()]).collect();
        assert_eq!(places, ["\"../b\"", "\"poles/ir/news\"", "\"/c\"", "\"themes\""]);
        let config = read(&format!("{SITE}[content]\nroots = [\"content/\", \"poles/ir\"]\n"), &[]);
        let config = config.expect("it is right");
        assert_eq!(config.content_roots, ["content", "poles/ir"]);
        assert_eq!(config.below_root(&FilePath::new("poles/ir/poles/a.yaml")), "poles/a.yaml");
    }

    #[test]
    fn a_key_that_is_not_known_is_told() {
        let text = format!("{SITE}colour = 1\n");
        let faults = read(&text, &[]).expect_err("it is wrong");
        assert_eq!(&text[faults[0].span.range()], "colour");
    }
}
