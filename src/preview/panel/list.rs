//! `/_grappe/`: all that is wrong, by file, and what each rule means.

mod explanation;

use std::collections::BTreeMap;

use super::fault::Faults;
use super::words::{class, counted, faults, message, number, say};
use super::{Content, Editor, ROOT, shell};
use crate::check;
use crate::diagnostic::{Abridged, Diagnostic, Excerpts, Severity, count};
use crate::locale::Locale;
use crate::source::FilePath;
use crate::typography::escape;
use crate::wording;
use crate::world::World;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Information];

/// What the list shows.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// The writer's language.
    pub locale: Locale,
    /// Where the texts of the files are.
    pub world: &'a dyn World,
    /// All that is wrong, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// How places are opened.
    pub editor: &'a Editor,
    /// The page that a file makes, where it makes one.
    pub page_of: &'a dyn Fn(&FilePath) -> Option<String>,
    /// How many pages were made so far: faults of pages are known of those alone.
    pub pages_seen: usize,
    /// Whether to show every fault of a kind that has very many: `/_grappe/?all`.
    pub is_whole: bool,
    /// What changes when the list does, by which it renews itself.
    pub version: &'a str,
    /// What the panel shows, whose state the list shares.
    pub content: &'a Content,
}

/// The page of `/_grappe/`.
#[must_use]
pub fn list(list: &List<'_>) -> String {
    let locale = list.locale;
    let title = say(locale, wording!("Ce que grappe relève", "What grappe found"));
    let back = say(locale, wording!("Retour au site", "Back to the site"));
    let body = format!(
        "<header><h1>{title}</h1><p><a href=\"/\">{back}</a></p></header><main>{}{}{}{}</main>",
        counts(list),
        effect(locale),
        files(list),
        rules(list)
    );
    let end = shell::renewal(ROOT, list.version, list.content);
    shell::page(locale, &title, "list", &body, &end)
}

fn counts(list: &List<'_>) -> String {
    let locale = list.locale;
    let words = SEVERITIES.map(|severity| {
        let count = count(list.diagnostics, severity);
        let class = if count == 0 { "fine" } else { class(severity) };
        format!("<li class=\"{class}\">{}</li>", faults(count, severity, locale))
    });
    let seen = number(list.pages_seen, locale);
    let seen = say(
        locale,
        wording!("Pages affichées depuis le début : {seen}.", "Pages shown since the start: {seen}."),
    );
    let only = say(
        locale,
        wording!(
            "Les défauts propres aux pages ne sont connus que pour celles-là.",
            "Faults of pages themselves are known for those alone."
        ),
    );
    format!("<ul class=\"counts\">{}</ul><p class=\"note\">{seen} {only}</p>", words.concat())
}

fn effect(locale: Locale) -> String {
    let title = say(locale, wording!("Effet de vos modifications", "Effect of your edits"));
    let words = say(
        locale,
        wording!(
            "Voir les pages qui diffèrent de la dernière version construite",
            "See the pages that differ from the last build"
        ),
    );
    format!("<section><h2>{title}</h2><p><a href=\"{ROOT}impact\">{words}</a></p></section>")
}

/// The faults of each file; files with errors first.
fn files(list: &List<'_>) -> String {
    let mut ordered: Vec<&Diagnostic> = list.diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| diagnostic.severity);
    let abridged =
        if list.is_whole { Abridged::whole(ordered) } else { Abridged::new(ordered.iter().copied()) };
    let excerpts = Excerpts::read(&abridged.shown, list.world);
    let items = Faults { locale: list.locale, editor: list.editor, excerpts };
    let mut by_file: BTreeMap<(Severity, &FilePath), String> = BTreeMap::new();
    let mut worst: BTreeMap<&FilePath, Severity> = BTreeMap::new();
    for diagnostic in &abridged.shown {
        let file = &diagnostic.place.file;
        // The worst of a file comes first: the others go where it is.
        let severity = *worst.entry(file).or_insert(diagnostic.severity);
        let page = (list.page_of)(file);
        *by_file.entry((severity, file)).or_default() += &items.item(diagnostic, page.as_deref());
    }
    let section = |((_, file), faults): (&(Severity, &FilePath), &String)| {
        format!("<section><h2>{}</h2><ul>{faults}</ul></section>", escape(file.as_str()))
    };
    by_file.iter().map(section).collect::<String>() + &rest(list, &abridged)
}

/// What is not shown of kinds that have very many.
fn rest(list: &List<'_>, abridged: &Abridged<'_>) -> String {
    if abridged.rest.is_empty() {
        return String::new();
    }
    let locale = list.locale;
    let line = |(diagnostic, count): &(&Diagnostic, usize)| {
        let others = counted(*count, locale, ["autre", "autres"], ["more", "more"]);
        let (code, title) = (diagnostic.code, diagnostic.title.get(locale));
        let words = say(
            locale,
            wording!("Et {others} du même genre : {title}", "And {others} of the same kind: {title}"),
        );
        format!("<li>{} <a class=\"rule\" href=\"#{code}\">{code}</a></li>", message(&words))
    };
    let lines: String = abridged.rest.iter().map(line).collect();
    let all = say(locale, wording!("Tout montrer", "Show all"));
    format!("<section><ul class=\"rest\">{lines}</ul><p><a href=\"{ROOT}?all\">{all}</a></p></section>")
}

/// The rules that found something: how often, and what they mean.
fn rules(list: &List<'_>) -> String {
    let mut by_code: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for diagnostic in list.diagnostics {
        *by_code.entry((diagnostic.severity, diagnostic.code)).or_default() += 1;
    }
    if by_code.is_empty() {
        return String::new();
    }
    let title = say(list.locale, wording!("Les règles", "The rules"));
    let rules: String =
        by_code.iter().map(|((severity, code), count)| rule(list, *severity, code, *count)).collect();
    format!("<section><h2>{title}</h2>{rules}</section>")
}

fn rule(list: &List<'_>, severity: Severity, code: &str, count: usize) -> String {
    let count = faults(count, severity, list.locale);
    let rule = check::rule(code);
    let title = rule.map_or("", |rule| rule.title.get(list.locale));
    let text = rule.map(|rule| explanation::html(&rule.documentation(list.locale))).unwrap_or_default();
    // The anchor is inside, so that a link to it opens what is around it.
    format!(
        "<details><summary><code>{code}</code> {} <small>{count}</small></summary><div id=\"{code}\">{text}</div></details>",
        escape(title)
    )
}
