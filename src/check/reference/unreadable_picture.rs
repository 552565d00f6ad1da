//! Ce qui est montré comme une image n'en est pas une : un fichier vide, abîmé, d'une autre nature, ou dont
//! le nom annonce un autre format ; l'adresse d'une vidéo (YouTube, Dailymotion, Vimeo, PeerTube, fichier
//! `.mp4`…). Une image montrée plusieurs fois est relevée une fois. Les images d'autres sites ne sont pas lues.
//!
//! ## Pourquoi
//!
//! L'image ne s'afficherait pas. grappe lit aussi la largeur et la hauteur dans le fichier, pour que la page
//! lui garde sa place : rien ne bouge sous les yeux du lecteur.
//!
//! ## Exemple
//!
//! ```markdown
//! ![La rencontre de Lannion](https://www.dailymotion.com/video/x8abcde)
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! videos:
//!   - title: La rencontre de Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: rencontre.png
//!     weight: 45 Mo
//! ```
//! ---
//! What is shown as a picture is none: a file that is empty, damaged, of another nature, or whose name tells
//! another format; the address of a video (YouTube, Dailymotion, Vimeo, PeerTube, a file `.mp4`…). A picture
//! shown several times is reported once. Pictures of other sites are not read.
//!
//! ## Why it matters
//!
//! The picture would not show. grappe also reads its width and height in the file, so that the page keeps its
//! place: nothing moves under the reader's eyes.
//!
//! ## Example
//!
//! ```markdown
//! ![The meeting in Lannion](https://www.dailymotion.com/video/x8abcde)
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! videos:
//!   - title: The meeting in Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: meeting.png
//!     weight: 45 MB
//! ```

use std::collections::BTreeSet;

use crate::check::pictures::{Shown, each_shown};
use crate::diagnostic::Severity;
use crate::image_header::{Format, Header};
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::parse::is_video;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unreadable-picture",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("image illisible", "unreadable picture"),
    source: include_str!("unreadable_picture.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut told = BTreeSet::new();
    for shown in each_shown(federation) {
        let Some((message, hint)) = judge(federation, &shown) else { continue };
        if shown.file.as_ref().is_none_or(|file| told.insert(file.clone())) {
            report.push(report.diagnostic(&shown.document.path, shown.span, message).hint(hint));
        }
    }
}

fn judge(federation: &Federation, shown: &Shown<'_>) -> Option<(Wording, Wording)> {
    if is_video(shown.written) {
        return Some(video(shown.written));
    }
    let file = shown.file.as_ref()?;
    let name = file.name();
    let Some(named) = Format::of_name(name) else { return Some(document(name)) };
    match federation.image_header(file)? {
        Header::Sized { .. } | Header::Unsized => None,
        Header::Empty => Some((
            wording!("l'image `{name}` est vide : elle ne pèse rien", "the picture `{name}` is empty"),
            bring_again(),
        )),
        Header::Damaged => Some((
            wording!(
                "l'image `{name}` est abîmée : sa largeur et sa hauteur ne se lisent pas",
                "the picture `{name}` is damaged: its width and height cannot be read",
            ),
            bring_again(),
        )),
        Header::NoPicture => Some((
            wording!(
                "`{name}` n'est pas une image, malgré son nom",
                "`{name}` is no picture, whatever its name"
            ),
            bring_again(),
        )),
        Header::Misnamed(format) => Some(misnamed(name, named, format)),
    }
}

fn bring_again() -> Wording {
    wording!(
        "ouvrez-la dans un logiciel d'images, enregistrez-la de nouveau, puis remplacez ce fichier",
        "open it in an image editor, save it anew, then replace this file",
    )
}

fn misnamed(name: &str, named: Format, format: Format) -> (Wording, Wording) {
    let (named, title, ending) = (named.title(), format.title(), format.ending());
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let message = wording!(
        "`{name}` est une image {title}, et son nom annonce {named}",
        "`{name}` is a picture in {title}, and its name tells {named}",
    );
    let hint = wording!(
        "renommez-la `{stem}.{ending}`, ici aussi, ou enregistrez-la en {named}",
        "rename it `{stem}.{ending}`, here too, or save it as {named}",
    );
    (message, hint)
}

/// `![Le programme](programme.pdf)`
fn document(name: &str) -> (Wording, Wording) {
    let message = wording!("`{name}` n'est pas une image", "`{name}` is no picture");
    let hint = wording!(
        "pour un document, faites un lien : ôtez le `!` devant `[`",
        "for a document, make a link: take off the `!` before `[`",
    );
    (message, hint)
}

fn video(written: &str) -> (Wording, Wording) {
    let message =
        wording!("`{written}` est une vidéo, pas une image", "`{written}` is a video, not a picture");
    let hint = wording!(
        "donnez-la sous la clé `videos` : `title`, `url`, `still` (une image fixe), `weight` (son poids)",
        "give it under the key `videos`: `title`, `url`, `still` (a still picture), `weight` (its weight)",
    );
    (message, hint)
}
