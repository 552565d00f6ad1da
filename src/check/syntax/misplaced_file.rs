//! Un texte (`.md`, `.yaml`, `.yml`) de `content/` n'est lu ni comme fiche ni comme traduction : il est
//! hors des dossiers de fiches, sa terminaison n'est pas celle du dossier ou est en capitales, son nom porte
//! un point ou une langue que le site n'a pas, ou c'est une liste de termes inconnue. Seuls `news` et `pages` contiennent du `.md`. Un
//! original ne porte pas de langue : `tes.yaml`, non `tes.fr.yaml`. Images et documents ont leur place
//! partout, de même, hors de ces dossiers, qu'un texte dont le nom contient un point (`logo.svg.md`). `logo.svg.yaml` décrit l'image
//! `logo.svg`, où qu'elle soit.
//!
//! ## Pourquoi
//!
//! Le fichier serait ignoré : aucune page n'en serait faite, aucune fiche ne pourrait y renvoyer, et
//! personne n'en saurait rien.
//!
//! ## Exemple
//!
//! ```text
//! content/pole/tes.yaml
//! content/poles/enter.md
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/poles/tes.yaml
//! content/poles/enter.yaml
//! ```
//! ---
//! A text (`.md`, `.yaml`, `.yml`) in `content/` is read neither as an entry nor as a translation: it lies
//! outside the folders of entries, its ending is not that of the folder or is in capitals, its name bears a
//! dot or a language that the site does not have, or it is an unknown list of terms. Only `news` and `pages` hold `.md`. An original
//! bears no language: `tes.yaml`, not `tes.fr.yaml`. Pictures and documents may lie anywhere, and so,
//! outside of these folders, may a text with a dot in its name (`logo.svg.md`). `logo.svg.yaml`
//! describes the picture `logo.svg`, wherever it lies.
//!
//! ## Why it matters
//!
//! The file would be left out: no page would be made of it, no entry could refer to it, and nobody would
//! know.
//!
//! ## Example
//!
//! ```text
//! content/pole/tes.yaml
//! content/poles/enter.md
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/poles/tes.yaml
//! content/poles/enter.yaml
//! ```

use crate::diagnostic::Severity;
use crate::inventory::Inventory;
use crate::locale::{Wording, both};
use crate::parse::Misplacement;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, List};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "misplaced-file",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fichier sans place", "misplaced file"),
    source: include_str!("misplaced_file.rs"),
    run: Run::Inventory(run),
};

fn run(inventory: &Inventory, report: &mut Report<'_>) {
    for (path, why) in &inventory.misplaced {
        let (message, hint) = explain(why);
        report.push(report.diagnostic(path, Span::default(), message).hint(hint));
    }
}

fn explain(why: &Misplacement) -> (Wording, Wording) {
    match why {
        Misplacement::Folder => {
            let folders: Vec<&str> = Kind::ALL.iter().map(|kind| kind.folder()).collect();
            let folders = folders.join(", ");
            (
                wording!(
                    "ce fichier n'est dans le dossier d'aucun type de fiche",
                    "this file lies in the folder of no kind",
                ),
                wording!("dossiers possibles : {folders}", "possible folders: {folders}"),
            )
        }
        Misplacement::Extension(extension) => (
            wording!(
                "les fichiers de ce dossier finissent par `{extension}`",
                "the files of this folder end in `{extension}`",
            ),
            wording!("renommez le fichier", "rename the file"),
        ),
        Misplacement::FirstLanguage(tag) => (
            wording!(
                "`{tag}` est la langue des originaux : elle ne se dit pas dans le nom du fichier",
                "`{tag}` is the language of originals: it is not said in the file's name",
            ),
            wording!("ôtez `.{tag}` du nom", "take `.{tag}` out of the name"),
        ),
        Misplacement::Language(tag) => (
            wording!("le site n'a pas de langue `{tag}`", "the site has no language `{tag}`"),
            wording!(
                "ajoutez-la à `languages` dans `site-config.toml`, ou renommez le fichier",
                "add it to `languages` in `site-config.toml`, or rename the file",
            ),
        ),
        Misplacement::DottedName(name) => {
            let dashed = name.replace('.', "-");
            (
                wording!(
                    "le nom `{name}` contient un point, qui annonce une langue",
                    "the name `{name}` holds a dot, which announces a language",
                ),
                wording!("nommez-le par exemple `{dashed}`", "name it for example `{dashed}`"),
            )
        }
        Misplacement::List => {
            let lists: Vec<&str> = List::ALL.iter().map(|list| list.name()).collect();
            let lists = lists.join(", ");
            (
                wording!("il n'y a pas de liste de ce nom", "there is no list of this name"),
                wording!("listes possibles : {lists}", "possible lists: {lists}"),
            )
        }
    }
}
