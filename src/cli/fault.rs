//! What went wrong outside of the content, told to a writer.

use std::io;
use std::path::PathBuf;

use super::Exit;
use crate::audit::TREND_FILE;
use crate::host::http::BindError;
use crate::host::{MendError, WriteError};
use crate::locale::{Locale, Wording};
use crate::wording;
use crate::world::WorldError;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    /// The site could not be read.
    #[error(transparent)]
    World(#[from] WorldError),
    /// The site could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Files could not be mended.
    #[error(transparent)]
    Mend(#[from] MendError),
    /// The folder holds no site.
    #[error("no site in {0}")]
    NoSite(PathBuf),
    /// The site has no content.
    #[error("no content in {0}")]
    NoContent(PathBuf),
    /// A date that is none.
    #[error("{0} is not a date")]
    Date(String),
    /// A rule that is not there.
    #[error("no rule {0}")]
    Rule(String),
    /// A template, or what it sees, that is not there.
    #[error("no view {name}")]
    View {
        /// The name asked for.
        name: String,
        /// The name most likely meant.
        near: Option<String>,
    },
    /// A line of the measures that were kept is not one.
    #[error("line {0} of the trend")]
    Trend(usize),
    /// The address of a site that is none.
    #[error("{0} is no address")]
    Origin(String),
    /// A live host does not answer as one should.
    #[error("{address}: {source}")]
    Host {
        /// The site's address.
        address: String,
        /// What the network said.
        source: io::Error,
    },
    /// A file that is there already.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// A file that has an audit already.
    #[error("{0} has an audit")]
    HasAudit(PathBuf),
    /// A file that is to be completed and cannot be read.
    #[error("{0} is at fault")]
    Unreadable(PathBuf),
    /// A site that the French standard of accessibility is not for.
    #[error("no standard of accessibility")]
    NoStandard,
    /// A file that the site is made of, where something else was to be written.
    #[error("{0} is of the site")]
    OfSite(PathBuf),
    /// A text that has no page.
    #[error("no page of {0}")]
    NoText(PathBuf),
    /// A site that makes no page for now.
    #[error("the site cannot be shown")]
    Unusable,
    /// The preview has no address.
    #[error(transparent)]
    Bind(BindError),
    /// A title without letters or digits.
    #[error("no letters in the title")]
    Title,
    /// A file could not be written.
    #[error("write {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Tells a fault and gives the exit code.
pub(super) fn tell(fault: &Fault, locale: Locale) -> Exit {
    let word = match locale {
        Locale::French => "erreur",
        Locale::English => "error",
    };
    anstream::eprintln!("{word}: {}", explain(fault).get(locale));
    match fault {
        Fault::World(_)
        | Fault::File { .. }
        | Fault::Host { .. }
        | Fault::Write(WriteError::Disk { .. } | WriteError::World(_))
        | Fault::Mend(MendError::Disk { .. }) => Exit::Machine,
        _ => Exit::Usage,
    }
}

fn explain(fault: &Fault) -> Wording {
    match fault {
        Fault::World(error) => explain_world(error),
        Fault::File { path, source } => machine(&path.display().to_string(), source),
        Fault::Write(error) => explain_write(error),
        Fault::Mend(error) => explain_mend(error),
        Fault::NoSite(folder) => {
            let folder = folder.display();
            wording!(
                "il n'y a pas de site dans `{folder}` : le fichier `site-config.toml` manque. Placez-vous dans le dossier du site, ou ajoutez `--site DOSSIER`",
                "there is no site in `{folder}`: the file `site-config.toml` is missing. Go to the site's folder, or add `--site FOLDER`",
            )
        }
        Fault::NoContent(folder) => {
            let folder = folder.display();
            wording!(
                "le site n'a pas de contenu : il n'y a pas de dossier `{folder}`. S'il a été déplacé, remettez-le ; rien n'a été écrit",
                "the site has no content: there is no folder `{folder}`. If it was moved, put it back; nothing was written",
            )
        }
        Fault::Date(text) => wording!(
            "`{text}` n'est pas une date : écrivez-la comme `2023-03-27`",
            "`{text}` is not a date: write it like `2023-03-27`",
        ),
        Fault::Trend(line) => {
            let file = TREND_FILE;
            wording!(
                "la ligne {line} de `{file}` n'est pas une mesure : ôtez-la, ou remettez le fichier d'avant",
                "line {line} of `{file}` is not a measure: take it out, or put the earlier file back",
            )
        }
        Fault::Origin(text) => wording!(
            "`{text}` n'est pas l'adresse d'un site : écrivez-la comme `https://www.exemple.fr`",
            "`{text}` is not the address of a site: write it like `https://www.example.org`",
        ),
        Fault::Host { address, source } => wording!(
            "`{address}` ne répond pas comme un site ({source}) : vérifiez l'adresse et la connexion",
            "`{address}` does not answer as a site does ({source}): check the address and the connection",
        ),
        Fault::Rule(code) => wording!(
            "il n'y a pas de règle `{code}` : `grappe explain` les nomme toutes",
            "there is no rule `{code}`: `grappe explain` names them all",
        ),
        Fault::View { name, near: Some(near) } => wording!(
            "aucun gabarit ni rien de ce qu'ils voient ne s'appelle `{name}` : vouliez-vous dire `{near}` ?",
            "no template, and nothing that they see, is called `{name}`: did you mean `{near}`?",
        ),
        Fault::View { name, near: None } => wording!(
            "aucun gabarit ni rien de ce qu'ils voient ne s'appelle `{name}` : `grappe explain view` les nomme tous",
            "no template, and nothing that they see, is called `{name}`: `grappe explain view` names them all",
        ),
        Fault::Exists(path) => {
            let path = path.display();
            wording!(
                "le fichier `{path}` existe déjà : rien n'a été écrit",
                "the file `{path}` is there already: nothing was written",
            )
        }
        Fault::HasAudit(path) => {
            let path = path.display();
            wording!(
                "`{path}` contient déjà un audit : rien n'a été écrit. Gardez l'ancien ailleurs, ôtez-le du fichier, puis relancez la commande",
                "`{path}` holds an audit already: nothing was written. Keep the old one elsewhere, take it out of the file, then run the command again",
            )
        }
        Fault::Unreadable(path) => {
            let path = path.display();
            wording!(
                "`{path}` est fautif : rien n'a été écrit. `grappe check` dit où",
                "`{path}` is at fault: nothing was written. `grappe check` says where",
            )
        }
        Fault::NoStandard => wording!(
            "cet audit est celui de la France (RGAA), et ce site n'en est pas : il n'a pas `france = true` sous `[packs]` dans `site-config.toml`",
            "this audit is that of France (RGAA), and this site is not of France: it has no `france = true` under `[packs]` in `site-config.toml`",
        ),
        Fault::OfSite(path) => {
            let path = path.display();
            wording!(
                "`{path}` est un emplacement du site lui-même : rien n'a été écrit. Choisissez-en un autre avec `--output`",
                "`{path}` is a place of the site itself: nothing was written. Choose another with `--output`",
            )
        }
        Fault::NoText(path) => {
            let path = path.display();
            wording!(
                "`{path}` n'a pas de page : indiquez le fichier d'un texte, par exemple `content/news/2026/2026-11-20-rentree.md`",
                "`{path}` has no page: name the file of a text, for example `content/news/2026/2026-11-20-rentree.md`",
            )
        }
        Fault::Unusable => wording!(
            "le site ne peut pas être montré pour l'instant : `grappe check` dit pourquoi",
            "the site cannot be shown for now: `grappe check` says why",
        ),
        Fault::Bind(error) => explain_bind(error),
        Fault::Title => {
            wording!("le titre ne contient ni lettre ni chiffre", "the title has neither letter nor digit",)
        }
    }
}

fn explain_bind(error: &BindError) -> Wording {
    match error {
        BindError::Taken { port } => wording!(
            "le port {port} est pris par un autre programme : donnez-en un autre, ou laissez grappe choisir",
            "port {port} is taken by another program: give another, or let grappe choose",
        ),
        BindError::UnknownHost { host, .. } => wording!(
            "`{host}` n'est pas une adresse de cette machine",
            "`{host}` is no address of this machine",
        ),
        BindError::Refused { address, source } => wording!(
            "l'aperçu ne peut pas répondre à {address} ({source})",
            "the preview cannot answer at {address} ({source})",
        ),
    }
}

fn explain_write(error: &WriteError) -> Wording {
    match error {
        WriteError::Disk { path, source, .. } => machine(path, source),
        WriteError::NotAFolder(path) => wording!(
            "`{path}` est un fichier : indiquez un dossier avec `--output`",
            "`{path}` is a file: name a folder with `--output`",
        ),
        WriteError::Foreign { folder, example } => wording!(
            "`{folder}` contient des fichiers que grappe n'a pas faits (`{example}`) : rien n'a été écrit. Indiquez un dossier vide avec `--output`",
            "`{folder}` holds files that grappe did not make (`{example}`): nothing was written. Name an empty folder with `--output`",
        ),
        WriteError::Occupied(path) => wording!(
            "`{path}` n'a pas été fait par grappe et une page devrait y aller : rien n'a été écrit. Déplacez ce fichier",
            "`{path}` was not made by grappe and a page should go there: nothing was written. Move that file",
        ),
        WriteError::World(error) => explain_world(error),
        WriteError::Refused(_) => {
            wording!("des pages sont refusées : rien n'a été écrit", "pages are refused: nothing was written")
        }
        WriteError::Theme(fault) => {
            let file = &fault.file;
            wording!("le gabarit `{file}` est fautif", "the template `{file}` is at fault")
        }
    }
}

fn explain_world(error: &WorldError) -> Wording {
    let path = &error.path;
    if error.is_change() {
        return wording!(
            "`{path}` a changé pendant que le site était lu : relancez la commande. Le site déjà construit est intact",
            "`{path}` changed while the site was being read: run the command again. The site built before is untouched",
        );
    }
    machine(path, &error.source)
}

fn explain_mend(error: &MendError) -> Wording {
    match error {
        MendError::Disk { path, source, .. } => machine(path, source),
        MendError::Changed(file) => wording!(
            "`{file}` a été modifié entre-temps : rien n'a été touché, aucune modification n'est perdue",
            "`{file}` was edited in the meantime: nothing was touched, no edit is lost",
        ),
        MendError::ReadOnly(file) => wording!(
            "`{file}` est en lecture seule : rien n'a été touché. Rendez-le modifiable, puis relancez la commande",
            "`{file}` is read-only: nothing was touched. Make it writable, then run the command again",
        ),
        MendError::Nothing => {
            wording!("il n'y a aucune correction à reprendre", "there is no mend to take back")
        }
    }
}

fn machine(path: &str, source: &io::Error) -> Wording {
    let reason = match source.kind() {
        io::ErrorKind::NotFound => wording!("n'existe pas", "does not exist"),
        io::ErrorKind::PermissionDenied => {
            wording!("est protégé : vous n'y avez pas accès", "is protected: you have no access")
        }
        io::ErrorKind::StorageFull => wording!(
            "ne peut pas être écrit : le disque est plein ; le site déjà construit est intact",
            "cannot be written: the disk is full; the site built before is untouched",
        ),
        io::ErrorKind::IsADirectory => wording!("est un dossier", "is a folder"),
        io::ErrorKind::NotADirectory => wording!("n'est pas un dossier", "is not a folder"),
        _ => wording!("ne peut pas être lu ou écrit ({source})", "cannot be read or written ({source})"),
    };
    let (french, english) = (reason.french, reason.english);
    wording!("`{path}` {french}", "`{path}` {english}")
}
