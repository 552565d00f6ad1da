//! What is said of a slip in a file of TOML, and what to do about it: the configuration, a theme.

use crate::locale::Wording;
use crate::suggestion::nearest;
use crate::toml_slip::{TomlSlip, Wanted};
use crate::wording;

/// What is wrong.
pub(super) fn message(slip: &TomlSlip) -> Wording {
    match slip {
        TomlSlip::Conflict => {
            wording!("git a laissé ici deux versions du fichier", "git left two versions of the file here")
        }
        TomlSlip::Duplicate => wording!(
            "cette clé ou cette section est déjà dans le fichier",
            "this key or section is in the file already",
        ),
        TomlSlip::MissingKey(key) => wording!("il manque `{key}`", "`{key}` is missing"),
        TomlSlip::UnknownKey(key, _) => {
            wording!("la clé `{key}` n'existe pas ici", "there is no key `{key}` here")
        }
        TomlSlip::UnknownWord(word, _) => {
            wording!("`{word}` n'est pas admis ici", "`{word}` is not allowed here")
        }
        TomlSlip::WrongType(_) => {
            wording!("cette valeur n'a pas la forme attendue", "this value has not the form expected")
        }
        TomlSlip::Unquoted => {
            wording!("il faut ici un texte entre guillemets", "a text between quotes is needed here")
        }
        TomlSlip::OpenQuote => wording!(
            "ce texte n'est pas fermé par le guillemet qui l'ouvre",
            "this text is not closed by the quote that opens it",
        ),
        TomlSlip::Escape => wording!(
            "entre guillemets, une barre oblique inverse `\\` annonce un signe, et ce signe n'existe pas",
            "between quotes, a backslash `\\` announces a sign, and there is no such sign",
        ),
        TomlSlip::OpenBracket => {
            wording!("un crochet ou une accolade n'est pas fermé", "a bracket or a brace is not closed")
        }
        TomlSlip::Comma => wording!(
            "il manque une virgule dans cette liste, ou il y en a une de trop",
            "a comma is missing in this list, or there is one too many",
        ),
        TomlSlip::Equals => wording!(
            "cette ligne n'est pas une clé, un signe `=` et une valeur",
            "this line is not a key, a sign `=` and a value",
        ),
        TomlSlip::Key => wording!(
            "une clé sans guillemets est faite de lettres sans accent, de chiffres et de tirets",
            "a key without quotes is made of letters without accents, digits and hyphens",
        ),
        TomlSlip::Other => {
            wording!("le fichier ne peut pas être lu à partir d'ici", "the file cannot be read from here on")
        }
    }
}

/// What to do.
pub(super) fn hint(slip: &TomlSlip) -> Wording {
    match slip {
        TomlSlip::Conflict => wording!(
            "gardez une seule des deux versions, et supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>`",
            "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
        ),
        TomlSlip::Duplicate => wording!("gardez-en une seule", "keep one of them"),
        TomlSlip::MissingKey(key) => wording!("ajoutez une ligne `{key} = …`", "add a line `{key} = …`"),
        TomlSlip::UnknownKey(written, known) | TomlSlip::UnknownWord(written, known) => {
            known_ones(written, known)
        }
        TomlSlip::WrongType(wanted) => form(*wanted),
        TomlSlip::Unquoted => wording!(
            "écrivez `\"…\"`, avec des guillemets droits ; `true`, `false` et les nombres n'en ont pas",
            "write `\"…\"`, with straight quotes; `true`, `false` and numbers have none",
        ),
        TomlSlip::OpenQuote => wording!(
            "fermez le guillemet à la fin de la ligne ; dans le texte, un guillemet droit s'écrit `\\\"`",
            "close the quote at the end of the line; within the text, a straight quote is written `\\\"`",
        ),
        TomlSlip::Escape => wording!("écrivez-la deux fois : `\\\\`", "write it twice: `\\\\`"),
        TomlSlip::OpenBracket | TomlSlip::Comma => wording!(
            "écrivez par exemple `[\"fr\", \"en\"]`, ou `[site]` pour une section",
            "write for example `[\"fr\", \"en\"]`, or `[site]` for a section",
        ),
        TomlSlip::Equals => {
            wording!("écrivez par exemple `page_size = 20`", "write for example `page_size = 20`")
        }
        TomlSlip::Key => wording!(
            "écrivez-la autrement, ou mettez-la entre guillemets droits",
            "write it otherwise, or put it between straight quotes"
        ),
        TomlSlip::Other => wording!(
            "vérifiez les guillemets, les crochets et le signe `=` de cette ligne",
            "check the quotes, the brackets and the sign `=` of this line",
        ),
    }
}

/// The nearest of the words known, or all of them.
fn known_ones(written: &str, known: &[String]) -> Wording {
    if let Some(near) = nearest(written, known.iter().map(String::as_str)) {
        return wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?");
    }
    let known: Vec<String> = known.iter().map(|known| format!("`{known}`")).collect();
    let known = known.join(", ");
    wording!("au choix : {known}", "one of: {known}")
}

fn form(wanted: Wanted) -> Wording {
    match wanted {
        Wanted::Text => {
            wording!("écrivez un texte entre guillemets droits", "write a text between straight quotes")
        }
        Wanted::Boolean => {
            wording!("écrivez `true` ou `false`, sans guillemets", "write `true` or `false`, without quotes")
        }
        Wanted::Number => {
            wording!("écrivez un nombre entier, sans guillemets", "write a whole number, without quotes")
        }
        Wanted::List => {
            wording!("écrivez une liste : `[\"fr\", \"en\"]`", "write a list: `[\"fr\", \"en\"]`")
        }
        Wanted::Section => wording!(
            "c'est une section : son nom entre crochets, puis ses clés, une par ligne",
            "it is a section: its name in brackets, then its keys, one a line",
        ),
    }
}
