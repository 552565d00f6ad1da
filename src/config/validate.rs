//! What the file of the configuration may not say, all of it in one go.

use toml::Spanned;

use super::extra::Extra;
use super::fault::{ConfigFault, ConfigFaultKind};
use super::file::{Content, File, Site, Words};
use super::route_words::{ROUTE_WORDS, SECTIONS, route_names, usual_word};
use super::span;
use crate::colour::Colour;
use crate::language::Language;

/// Words for a language that the site does not have would never show.
pub(super) fn check_languages(file: &File, languages: &[Language], faults: &mut Vec<ConfigFault>) {
    let tags: Vec<String> = languages.iter().map(|language| language.tag().to_owned()).collect();
    for tag in file.routes.keys().chain(file.translations.keys()) {
        if !tags.contains(tag.get_ref()) {
            let kind =
                ConfigFaultKind::ForeignLanguage { tag: tag.get_ref().clone(), languages: tags.clone() };
            faults.push(ConfigFault { span: span(tag), kind });
        }
    }
}

/// A slip would leave in the site what someone wanted out of it.
pub(super) fn check_without(site: &Site, faults: &mut Vec<ConfigFault>) {
    let mut seen: Vec<&str> = Vec::new();
    for name in &site.without {
        let word = name.get_ref().as_str();
        let kind = if Extra::from_name(word).is_none() {
            ConfigFaultKind::UnknownExtra(word.to_owned())
        } else if seen.contains(&word) {
            ConfigFaultKind::RepeatedExtra(word.to_owned())
        } else {
            seen.push(word);
            continue;
        };
        faults.push(ConfigFault { span: span(name), kind });
    }
}

/// A file belongs to one root, so that its path tells what it is.
pub(super) fn check_roots(content: &Content, faults: &mut Vec<ConfigFault>) {
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
pub(super) fn check_words(
    file: &File,
    language: &Language,
    languages: &[Language],
    faults: &mut Vec<ConfigFault>,
) {
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

pub(super) fn check(file: &File, rules: &[&str], faults: &mut Vec<ConfigFault>) {
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
    let accents = file.theme.accent.iter().chain(&file.theme.accent_dark);
    for accent in accents.filter(|accent| Colour::parse(accent.get_ref()).is_none()) {
        fault(span(accent), ConfigFaultKind::Colour(accent.get_ref().clone()));
    }
    if let Some(name) = file.theme.name.as_ref().filter(|name| name.get_ref().contains(['/', '\\', '.'])) {
        fault(span(name), ConfigFaultKind::Theme(name.get_ref().clone()));
    }
    if let Some(editor) = file.preview.editor.as_ref().filter(|editor| !opens_an_editor(editor.get_ref())) {
        fault(span(editor), ConfigFaultKind::Editor(editor.get_ref().clone()));
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

/// Whether an address hands a file to another program: what browsers run or show themselves does not.
fn opens_an_editor(pattern: &str) -> bool {
    let Some((scheme, rest)) = pattern.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    let runs = ["javascript", "data", "vbscript", "blob"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    is_scheme && !runs && rest.contains("{file}") && !pattern.contains(char::is_whitespace)
}

fn is_slug(word: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !word.is_empty() && word.bytes().all(allowed)
}
