//! Une fiche ou un en-tête n'est pas du YAML que grappe sache lire : le plus souvent un deux-points suivi
//! d'une espace dans un texte sans guillemets, un retrait inégal, un crochet ou un guillemet non fermé.
//! Sont refusés aussi une valeur sans guillemets qui commence par `&`, `*` ou `!`, une seconde fiche après
//! `---`, une clé qui n'est pas un mot et plus de 64 niveaux imbriqués.
//!
//! ## Pourquoi
//!
//! Aucune clé n'est lue, pas même celles qui précèdent la faute. Seule la première faute est montrée : une
//! autre peut apparaître quand celle-ci est corrigée.
//!
//! ## Exemple
//!
//! ```yaml
//! summary: ENTER : un label de deux ans, prolongeable à quatre
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! summary: "ENTER : un label de deux ans, prolongeable à quatre"
//! ```
//! ---
//! An entry or a front matter is not YAML that grappe can read: most often a colon followed by a space in a
//! text without quotes, an uneven indentation, a bracket or quote left open. Also refused: an unquoted
//! value that begins with `&`, `*` or `!`, a second entry after `---`, a key that is not a word, and more than
//! 64 nested levels.
//!
//! ## Why it matters
//!
//! No key is read, not even those before the fault. Only the first fault is shown: another may appear once
//! this one is mended.
//!
//! ## Example
//!
//! ```yaml
//! summary: ENTER: a label for two years, which may be extended to four
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! summary: "ENTER: a label for two years, which may be extended to four"
//! ```

use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::parse::{Document, FaultKind, YamlError, YamlSlip, is_invisible};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-yaml",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("YAML illisible", "invalid YAML"),
    source: include_str!("invalid_yaml.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::InvalidYaml(error) = &fault.kind {
            let (message, hint) = explain(error);
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

fn explain(error: &YamlError) -> (Wording, Wording) {
    match error {
        YamlError::Grammar(slip) => (slip_message(*slip), slip_hint(*slip)),
        YamlError::Tag => (
            wording!(
                "une valeur sans guillemets ne commence pas par `!`",
                "a value without quotes does not begin with `!`",
            ),
            wording!("mettez le texte entre guillemets droits", "put the text between straight quotes"),
        ),
        YamlError::Alias => (
            wording!(
                "les ancres `&` et les renvois `*` ne sont pas admis",
                "anchors `&` and aliases `*` are not allowed",
            ),
            wording!("mettez le texte entre guillemets droits", "put the text between straight quotes"),
        ),
        YamlError::SecondDocument => (
            wording!(
                "une seconde fiche commence ici, après `---`",
                "a second entry begins here, after `---`"
            ),
            wording!("faites-en un fichier à part", "make it a file of its own"),
        ),
        YamlError::TooDeep => (
            wording!("trop de niveaux imbriqués", "too many nested levels"),
            wording!("reprenez la forme d'une fiche voisine", "follow the shape of another entry"),
        ),
        YamlError::ComplexKey => (
            wording!("une clé doit être un mot", "a key must be a word"),
            wording!("reprenez la forme d'une fiche voisine", "follow the shape of another entry"),
        ),
    }
}

fn slip_message(slip: YamlSlip) -> Wording {
    match slip {
        YamlSlip::Conflict => {
            wording!("git a laissé ici deux versions de la fiche", "git left two versions of the entry here")
        }
        YamlSlip::Tab => {
            wording!("une tabulation tient ici la place d'espaces", "a tab stands here for spaces")
        }
        YamlSlip::OpenQuote => {
            wording!("un guillemet ouvert plus haut n'est pas fermé", "a quote opened above is not closed")
        }
        YamlSlip::AfterApostrophes => wording!(
            "des mots suivent ici l'apostrophe qui ferme le texte",
            "words follow the apostrophe that closes the text here",
        ),
        YamlSlip::AfterQuotes => wording!(
            "des mots suivent ici le guillemet qui ferme le texte",
            "words follow the quote that closes the text here",
        ),
        YamlSlip::Escape => wording!(
            "entre guillemets, une barre oblique inverse `\\` annonce un signe, et ce signe n'existe pas",
            "between quotes, a backslash `\\` announces a sign, and there is no such sign",
        ),
        YamlSlip::OpenBracket => wording!(
            "un crochet ou une accolade, ici ou plus haut, n'est pas fermé",
            "a bracket or a brace, here or above, is not closed",
        ),
        YamlSlip::WrongBracket => wording!(
            "ce crochet ou cette accolade ne ferme rien qui soit ouvert",
            "this bracket or brace closes nothing that is open",
        ),
        YamlSlip::MissingComma => wording!(
            "il manque une virgule entre deux valeurs, ou le signe qui ferme la liste",
            "a comma is missing between two values, or the sign that closes the list",
        ),
        YamlSlip::Colon => wording!(
            "ce deux-points n'a pas sa place ici : la ligne en a déjà un, ou son retrait est trop grand",
            "this colon has no place here: the line has one already, or is indented too far",
        ),
        YamlSlip::MissingColon => {
            wording!("il manque un deux-points après une clé", "a colon is missing after a key")
        }
        YamlSlip::MissingSpace => wording!(
            "il manque une espace après un tiret ou un deux-points",
            "a space is missing after a dash or a colon",
        ),
        YamlSlip::Indentation => wording!(
            "le retrait de cette ligne ne s'accorde pas avec les lignes d'avant",
            "the indentation of this line does not agree with the lines before",
        ),
        YamlSlip::Sign(character) if is_unseen(character) => {
            wording!("un caractère invisible se trouve ici", "an invisible character is here")
        }
        YamlSlip::Sign(character) => wording!(
            "une valeur sans guillemets ne commence pas par `{character}`",
            "a value without quotes does not begin with `{character}`",
        ),
        YamlSlip::Note => wording!(
            "le signe `#` commence ici une note, au milieu d'un texte",
            "the sign `#` begins a note here, in the middle of a text",
        ),
        YamlSlip::AfterBlockSign => wording!(
            "des mots suivent ici `|` ou `>` sur la même ligne",
            "words follow `|` or `>` on the same line here",
        ),
        YamlSlip::AfterEnd => wording!(
            "trois points au début d'une ligne finissent la fiche, et des mots suivent",
            "three dots at the start of a line end the entry, and words follow",
        ),
        YamlSlip::Other => {
            wording!("la fiche ne peut pas être lue à partir d'ici", "the entry cannot be read from here on")
        }
    }
}

fn slip_hint(slip: YamlSlip) -> Wording {
    match slip {
        YamlSlip::Conflict => wording!(
            "gardez une seule des deux versions, et supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>`",
            "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
        ),
        YamlSlip::Tab => {
            wording!("remplacez la tabulation par des espaces", "put spaces in place of the tab")
        }
        YamlSlip::OpenQuote => {
            wording!("fermez le guillemet à la fin du texte", "close the quote at the end of the text")
        }
        YamlSlip::AfterApostrophes => wording!(
            "entre apostrophes, une apostrophe s'écrit deux fois (`'L''été'`) ; ou mettez le texte entre guillemets droits : `\"L'été\"`",
            "between apostrophes, an apostrophe is written twice (`'It''s'`); or put the text between straight quotes: `\"It's\"`",
        ),
        YamlSlip::AfterQuotes => wording!(
            "rien ne suit le guillemet fermant, sinon une virgule dans une liste ; dans le texte, un guillemet droit s'écrit `\\\"`",
            "nothing follows the closing quote, but a comma in a list; within the text, a straight quote is written `\\\"`",
        ),
        YamlSlip::Escape => wording!(
            "écrivez-la deux fois (`\\\\`), ou mettez le texte entre apostrophes au lieu de guillemets",
            "write it twice (`\\\\`), or put the text between apostrophes instead of quotes",
        ),
        YamlSlip::OpenBracket => wording!(
            "fermez la liste, par exemple `[bretagne, normandie]`, ou mettez le texte entre guillemets droits",
            "close the list, for example `[bretagne, normandie]`, or put the text between straight quotes",
        ),
        YamlSlip::WrongBracket => wording!(
            "`[` se ferme par `]` et `{{` par `}}` ; sinon, supprimez ce signe",
            "`[` is closed by `]` and `{{` by `}}`; otherwise remove this sign",
        ),
        YamlSlip::MissingComma => wording!(
            "écrivez par exemple `[bretagne, normandie]`",
            "write for example `[bretagne, normandie]`"
        ),
        YamlSlip::Colon => wording!(
            "vérifiez le retrait de la ligne ; un texte qui contient `: ` s'écrit entre guillemets droits",
            "check the indentation of the line; a text with `: ` in it goes between straight quotes",
        ),
        YamlSlip::MissingColon => wording!(
            "une ligne est une clé, un deux-points, une espace et une valeur : `name: TES` ; une ligne qui continue un texte est en retrait",
            "a line is a key, a colon, a space and a value: `name: TES`; a line that carries on a text is indented",
        ),
        YamlSlip::MissingSpace => {
            wording!("écrivez `- valeur` ou `clé: valeur`", "write `- value` or `key: value`")
        }
        YamlSlip::Indentation => wording!(
            "alignez-la sur les autres lignes de la même liste ou de la même fiche, avec des espaces",
            "align it with the other lines of the same list or entry, with spaces",
        ),
        YamlSlip::Sign(character) if is_unseen(character) => wording!(
            "supprimez ce caractère invisible : il vient souvent d'un copier-coller",
            "remove this invisible character: it often comes from a paste",
        ),
        YamlSlip::Sign(_) | YamlSlip::Note => {
            wording!("mettez le texte entre guillemets droits", "put the text between straight quotes")
        }
        YamlSlip::AfterBlockSign => wording!(
            "commencez le texte à la ligne suivante, en retrait",
            "begin the text on the next line, indented"
        ),
        YamlSlip::AfterEnd => wording!(
            "ôtez ces trois points, ou mettez le texte entre guillemets droits",
            "remove these three dots, or put the text between straight quotes",
        ),
        YamlSlip::Other => wording!(
            "vérifiez le retrait, les deux-points et les guillemets ; en cas de doute, reprenez la forme d'une fiche voisine",
            "check the indentation, the colons and the quotes; in doubt, follow the shape of another entry",
        ),
    }
}

fn is_unseen(character: char) -> bool {
    is_invisible(character) || character.is_whitespace()
}
