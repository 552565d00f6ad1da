//! `site-config.toml` ne se lit pas, ou contient une valeur que grappe ne peut pas suivre : adresse sans
//! `https://` ni `http://`, du site ou de la licence, langue, fuseau horaire, couleur ou nom de thème mal écrits, page de liste de
//! moins de 1 ou de plus de 1 000 entrées, mot d'adresse avec un accent ou une majuscule, ou déjà pris par
//! une autre rubrique, langue en double, mots pour une langue que le site n'a pas, rubrique, règle ou
//! hébergement inconnus, ce dont un site ne peut pas se passer, fichier qui n'est pas en UTF-8.
//!
//! ## Pourquoi
//!
//! Le nom du site, son adresse et ses langues sont dans ce fichier : sans lui, aucune page ne peut être
//! faite ni contrôlée.
//!
//! ## Exemple
//!
//! ```toml
//! [site]
//! address = "www.exemple.fr"
//! languages = ["français"]
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [site]
//! address = "https://www.exemple.fr"
//! languages = ["fr", "en"]
//! ```
//! ---
//! `site-config.toml` cannot be read, or holds a value that grappe cannot follow: an address without
//! `https://` or `http://`, of the site or of the licence, a language, time zone, colour or theme's name written wrongly, a list page of
//! fewer than 1 or more than 1,000 entries, a word of an address with an accent or capital, or which another
//! section has already, a language twice, words for a language that the site does not have, an unknown
//! section, rule or host, what a site cannot do without, a file that is not in UTF-8.
//!
//! ## Why it matters
//!
//! The site's name, address and languages are in this file: without it, no page can be made or checked.
//!
//! ## Example
//!
//! ```toml
//! [site]
//! address = "www.example.org"
//! languages = ["English"]
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [site]
//! address = "https://www.example.org"
//! languages = ["en", "fr"]
//! ```

use crate::budget::{Budget, Limit, PageKind};
use crate::check::toml_slips;
use crate::config::{ConfigFault, ConfigFaultKind, Extra, grid_codes, route_names};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::parse::markdown::slugify;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-config",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("configuration invalide", "invalid configuration"),
    source: include_str!("invalid_config.rs"),
    run: Run::Config(run),
};

fn run(faults: &[ConfigFault], report: &mut Report<'_>) {
    let file = FilePath::new(crate::config::FILE);
    for fault in faults {
        let message = explain(&fault.kind);
        let diagnostic = report.diagnostic(&file, fault.span, message);
        report.push(diagnostic.hint_if(suggestion(&fault.kind)));
    }
}

fn explain(kind: &ConfigFaultKind) -> Wording {
    match kind {
        ConfigFaultKind::Unreadable(slip) => toml_slips::message(slip),
        ConfigFaultKind::NotUtf8 => {
            wording!("la configuration n'est pas en UTF-8", "the configuration is not in UTF-8")
        }
        ConfigFaultKind::RepeatedLanguage(tag) => {
            wording!("la langue `{tag}` est déjà dans la liste", "`{tag}` is in the list already")
        }
        ConfigFaultKind::ForeignLanguage { tag, .. } => {
            wording!("le site n'a pas la langue `{tag}`", "the site does not have the language `{tag}`")
        }
        ConfigFaultKind::Language(tag) => {
            wording!("`{tag}` n'est pas un code de langue", "`{tag}` is not a language tag")
        }
        ConfigFaultKind::NoLanguage => wording!("le site n'a pas de langue", "the site has no language"),
        ConfigFaultKind::Root(folder) => wording!(
            "`{folder}` ne peut pas être un dossier de contenu",
            "`{folder}` cannot be a folder of content"
        ),
        ConfigFaultKind::NestedRoot { root, other } => wording!(
            "les dossiers de contenu `{root}` et `{other}` sont l'un dans l'autre",
            "the folders of content `{root}` and `{other}` lie in each other",
        ),
        ConfigFaultKind::NoRoot => {
            wording!("le site n'a pas de dossier de contenu", "the site has no folder of content")
        }
        ConfigFaultKind::Address(text) => {
            wording!("`{text}` n'est pas une adresse de site", "`{text}` is not the address of a site")
        }
        ConfigFaultKind::LicenceAddress(text) => {
            wording!("`{text}` n'est pas l'adresse d'une licence", "`{text}` is not the address of a licence",)
        }
        ConfigFaultKind::PageSize => {
            wording!("une page de liste a de 1 à 1 000 entrées", "a page of a list has 1 to 1,000 entries",)
        }
        ConfigFaultKind::UnknownExtra(name) => {
            wording!("un site ne peut pas se passer de `{name}`", "a site cannot do without `{name}`")
        }
        ConfigFaultKind::RepeatedExtra(name) => {
            wording!("`{name}` est déjà dans la liste", "`{name}` is in the list already")
        }
        ConfigFaultKind::Colour(text) => {
            wording!("`{text}` n'est pas une couleur", "`{text}` is not a colour")
        }
        ConfigFaultKind::TimeZone(text) => {
            wording!("`{text}` n'est pas un fuseau horaire", "`{text}` is not a time zone")
        }
        ConfigFaultKind::Theme(text) => {
            wording!("`{text}` n'est pas un nom de thème", "`{text}` is not the name of a theme")
        }
        ConfigFaultKind::UnknownRoute(name) => {
            wording!("il n'y a pas de rubrique `{name}`", "there is no section `{name}`")
        }
        ConfigFaultKind::RouteWord(word) => {
            wording!("`{word}` ne peut pas entrer dans une adresse", "`{word}` cannot be part of an address",)
        }
        ConfigFaultKind::SameWord { word, other } => wording!(
            "le mot `{word}` est déjà celui de la rubrique `{other}` dans cette langue",
            "the word `{word}` is already that of the section `{other}` in this language",
        ),
        ConfigFaultKind::LanguageWord(word) => wording!(
            "les adresses qui commencent par `{word}` sont celles d'une autre langue du site",
            "addresses that begin with `{word}` are those of another language of the site",
        ),
        ConfigFaultKind::UnknownRule(code) => {
            wording!("il n'y a pas de règle `{code}`", "there is no rule `{code}`")
        }
        ConfigFaultKind::Editor(text) => {
            wording!("`{text}` n'ouvre pas un éditeur", "`{text}` does not open an editor")
        }
        ConfigFaultKind::UnknownPageKind(name) => {
            wording!("il n'y a pas de type de page `{name}`", "there is no kind of page `{name}`")
        }
        ConfigFaultKind::UnreachableBudget(_) => {
            wording!("aucune page ne peut tenir cette limite", "no page can keep this limit")
        }
        ConfigFaultKind::ThirdParty(text) => {
            wording!(
                "`{text}` n'est pas l'adresse d'un autre site",
                "`{text}` is not the address of another site"
            )
        }
        ConfigFaultKind::NoReason(site) => wording!(
            "rien ne dit pourquoi les pages demandent des fichiers à `{site}`",
            "nothing says why pages ask `{site}` for files",
        ),
        ConfigFaultKind::Grid(text) => wording!(
            "`{text}` n'est ni un pays connu ni des grammes de CO₂ par kilowattheure",
            "`{text}` is neither a country known nor grams of CO₂ a kilowatt-hour",
        ),
    }
}

/// The nearest limit that a page can keep.
fn reachable(limit: Limit) -> Wording {
    let best = Budget::best_eco_index();
    match limit {
        Limit::EcoIndex => wording!(
            "la plus légère des pages a un EcoIndex de {best} : demandez moins",
            "the lightest page has an EcoIndex of {best}: ask for less",
        ),
        Limit::Requests => wording!(
            "une page est elle-même une requête : `1` au moins",
            "a page is itself a request: `1` at least"
        ),
        Limit::Elements => wording!("une page vide a 8 éléments", "an empty page has 8 elements"),
        Limit::Bytes | Limit::FirstView | Limit::Script | Limit::Fonts => wording!(
            "les limites de poids sont en octets : `14000` pour 14 ko",
            "limits of weight are in bytes: `14000` for 14 kB",
        ),
    }
}

fn suggestion(kind: &ConfigFaultKind) -> Option<Wording> {
    Some(match kind {
        ConfigFaultKind::NotUtf8 => wording!(
            "enregistrez le fichier en UTF-8 : les éditeurs le proposent au moment d'enregistrer",
            "save the file as UTF-8: editors offer it when saving",
        ),
        ConfigFaultKind::Language(_) | ConfigFaultKind::NoLanguage => {
            wording!(
                "par exemple `languages = [\"fr\", \"en\"]`",
                "for example `languages = [\"fr\", \"en\"]`"
            )
        }
        ConfigFaultKind::UnknownPageKind(name) => {
            or_list(name, PageKind::ALL.map(PageKind::name).into_iter())
        }
        ConfigFaultKind::UnreachableBudget(limit) => reachable(*limit),
        ConfigFaultKind::ThirdParty(_) => wording!(
            "écrivez-la comme `https://cartes.exemple.fr`, sans rien après",
            "write it like `https://maps.example.org`, with nothing after it",
        ),
        ConfigFaultKind::NoReason(_) => wording!(
            "écrivez la raison entre guillemets : la déclaration d'écoconception la montre",
            "write the reason between quotes: the statement on ecodesign shows it",
        ),
        ConfigFaultKind::Root(_) => wording!(
            "donnez un dossier du site, autre que `themes` et `public`, sans point ni barre au début",
            "give a folder of the site, other than `themes` and `public`, without a dot or slash at its beginning",
        ),
        ConfigFaultKind::NestedRoot { .. } => {
            wording!("gardez-en un, ou placez-les côte à côte", "keep one, or put them beside each other")
        }
        ConfigFaultKind::NoRoot => {
            wording!("par exemple `roots = [\"content\"]`", "for example `roots = [\"content\"]`")
        }
        ConfigFaultKind::UnknownExtra(name) => or_list(name, Extra::ALL.map(Extra::name).into_iter()),
        ConfigFaultKind::RepeatedExtra(_) => wording!("gardez-le une seule fois", "keep it once"),
        ConfigFaultKind::RepeatedLanguage(_) => wording!("gardez-la une seule fois", "keep it once"),
        ConfigFaultKind::ForeignLanguage { tag, languages } => {
            or_list(tag, languages.iter().map(String::as_str))
        }
        ConfigFaultKind::Address(_) => wording!(
            "par exemple `https://www.exemple.fr`, sans espace, `?` ni `#`",
            "for example `https://www.example.org`, without a space, `?` or `#`",
        ),
        ConfigFaultKind::LicenceAddress(_) => {
            wording!("elle commence par `https://` ou `http://`", "it begins with `https://` or `http://`",)
        }
        ConfigFaultKind::Colour(_) => wording!("par exemple `#0b5c6b`", "for example `#0b5c6b`"),
        ConfigFaultKind::TimeZone(_) => wording!("par exemple `Europe/Paris`", "for example `Europe/Paris`"),
        ConfigFaultKind::Theme(_) => wording!(
            "donnez le nom d'un dossier de `themes/`, par exemple `sobre`",
            "give the name of a folder of `themes/`, for example `sobre`",
        ),
        ConfigFaultKind::RouteWord(word) => route_word(word),
        ConfigFaultKind::SameWord { .. } | ConfigFaultKind::LanguageWord(_) => {
            wording!("choisissez un autre mot", "choose another word")
        }
        ConfigFaultKind::UnknownRoute(name) => or_list(name, route_names()),
        ConfigFaultKind::UnknownRule(code) => match nearest(code, crate::check::codes()) {
            Some(near) => did_you_mean(near),
            // The list is too long for a message.
            None => {
                wording!("`grappe explain` donne la liste des règles", "`grappe explain` lists the rules")
            }
        },
        ConfigFaultKind::Editor(_) => wording!(
            "par exemple `vscode://file{{file}}:{{line}}:{{column}}`",
            "for example `vscode://file{{file}}:{{line}}:{{column}}`",
        ),
        ConfigFaultKind::Grid(text) => match nearest(text, grid_codes()) {
            Some(near) => did_you_mean(near),
            None => grids(),
        },
        ConfigFaultKind::Unreadable(slip) => toml_slips::hint(slip),
        ConfigFaultKind::PageSize => return None,
    })
}

fn grids() -> Wording {
    let known: Vec<String> = grid_codes().map(|code| format!("`\"{code}\"`")).collect();
    let known = known.join(", ");
    wording!(
        "donnez {known}, ou le nombre de grammes, sans guillemets, de 0 à 2 000 : `grid = 56.0`",
        "give {known}, or the number of grams, without quotes, from 0 to 2,000: `grid = 56.0`",
    )
}

fn did_you_mean(near: &str) -> Wording {
    wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?")
}

/// The nearest of the names allowed, or all of them.
fn or_list<'a>(written: &str, allowed: impl Iterator<Item = &'a str> + Clone) -> Wording {
    if let Some(near) = nearest(written, allowed.clone()) {
        return did_you_mean(near);
    }
    let allowed: Vec<String> = allowed.map(|name| format!("`{name}`")).collect();
    let allowed = allowed.join(", ");
    wording!("au choix : {allowed}", "one of: {allowed}")
}

fn route_word(word: &str) -> Wording {
    let plain = slugify(word);
    if plain.is_empty() {
        return wording!(
            "écrivez-le en minuscules sans accent, chiffres et traits d'union",
            "write it in lower-case letters without accents, digits and hyphens",
        );
    }
    wording!("écrivez `{plain}`", "write `{plain}`")
}
