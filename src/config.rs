//! `site-config.toml`: the site's name, address, languages, routes, and how strict to be.
//!
//! This module must not know where the file lies, nor what any rule does with it.

mod budgets;
mod extra;
mod fault;
mod file;
mod host;
mod route_words;
mod validate;

use std::collections::{BTreeMap, BTreeSet};

pub use budgets::{Budgets, ThirdParty};
pub use extra::Extra;
pub use fault::{ConfigFault, ConfigFaultKind};
pub use host::{Grid, Host, Server, WORLD, grid_codes};
pub use route_words::{route_names, usual_word};
use serde::Deserialize;
use toml::Spanned;

use crate::colour::Colour;
use crate::language::Language;
use crate::source::{FilePath, Source, Span};
use crate::toml_slip::TomlSlip;
use file::{Content, File, Translation, Words};
use validate::{check, check_languages, check_roots, check_without, check_words};

/// The file of the configuration, at the top of the site's folder.
pub const FILE: &str = "site-config.toml";

/// The folder of the content, unless the site says otherwise.
pub const DEFAULT_ROOT: &str = "content";

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
    /// What it does without: none of it is made.
    pub without: BTreeSet<Extra>,
    /// The theme's folder below `themes/`.
    pub theme: String,
    /// Where the theme is named; the top of the file where it is not.
    pub theme_span: Span,
    /// The accent colour, in place of the theme's.
    pub accent: Option<(Colour, Span)>,
    /// The accent colour where it is dark.
    pub accent_dark: Option<(Colour, Span)>,
    /// Words of addresses that differ from the usual ones: language, then page kind.
    pub routes: BTreeMap<String, BTreeMap<String, String>>,
    /// Severities that differ from the usual ones.
    pub rules: BTreeMap<String, Setting>,
    /// Whether what belongs to France alone is checked: region codes.
    pub france: bool,
    /// Figures that the home page shows: `entry/metric`.
    pub headline_figures: Vec<(String, Span)>,
    /// The address by which the preview opens a place in the writer's editor, with `{file}`, `{line}` and
    /// `{column}` in it; nothing where the usual one does.
    pub editor: Option<String>,
    /// What each kind of page may ask of machines.
    pub budgets: Budgets,
    /// The sites of others that pages may ask for files.
    pub third_parties: Vec<ThirdParty>,
    /// Who serves it, and how.
    pub host: Host,
}

impl SiteConfig {
    /// The path of a file below the root of content that it lies in.
    #[must_use]
    pub fn below_root<'a>(&self, path: &'a FilePath) -> &'a str {
        let below = |root: &String| path.as_str().strip_prefix(root.as_str())?.strip_prefix('/');
        self.content_roots.iter().find_map(below).unwrap_or(path.as_str())
    }

    /// Whether the site has something that it might do without.
    #[must_use]
    pub fn has(&self, extra: Extra) -> bool {
        !self.without.contains(&extra)
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
        vec![ConfigFault { span, kind: ConfigFaultKind::Unreadable(TomlSlip::of(error.message(), text)) }]
    })?;
    let mut faults = Vec::new();
    check(&file, rules, &mut faults);
    file.host.check(&mut faults);
    check_without(&file.site, &mut faults);
    check_roots(&file.content, &mut faults);
    budgets::check(&file, &mut faults);
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
        without: site.without.iter().filter_map(|name| Extra::from_name(name.get_ref())).collect(),
        accent: file.theme.accent.as_ref().and_then(colour),
        accent_dark: file.theme.accent_dark.as_ref().and_then(colour),
        theme_span: file.theme.name.as_ref().map(span).unwrap_or_default(),
        theme: file.theme.name.map_or("sobre".to_owned(), Spanned::into_inner),
        routes: file.routes.into_iter().map(|(tag, words)| (tag.into_inner(), plain(words))).collect(),
        rules: file.rules.into_iter().map(|(code, setting)| (code.into_inner(), setting)).collect(),
        france: file.packs.france,
        headline_figures: file
            .home
            .figures
            .into_iter()
            .map(|figure| (figure.get_ref().clone(), span(&figure)))
            .collect(),
        host: file.host.host(),
        editor: file.preview.editor.map(Spanned::into_inner),
        budgets: Budgets::of(file.budgets),
        third_parties: budgets::third_parties(file.third_parties),
    }
}

fn roots(content: &Content) -> Vec<String> {
    let Some(roots) = &content.roots else { return vec![DEFAULT_ROOT.to_owned()] };
    roots.get_ref().iter().map(|root| root.get_ref().trim_end_matches('/').to_owned()).collect()
}

fn plain(words: Words) -> BTreeMap<String, String> {
    words.into_iter().map(|(name, word)| (name.into_inner(), word.into_inner())).collect()
}

fn colour(text: &Spanned<String>) -> Option<(Colour, Span)> {
    Some((Colour::parse(text.get_ref())?, span(text)))
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
