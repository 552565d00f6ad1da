//! Une adresse de `published-addresses.txt`, le registre des adresses publiées, ne mène plus à rien : aucun
//! fichier du contenu ne la fait, aucune clé `redirect_from` ne la reprend, et le registre ne dit pas qu'elle
//! a été retirée exprès (`gone`, puis la raison). Une actualité à paraître, retirée ou remise en brouillon
//! garde son adresse tant que son fichier existe. Si c'est l'année de sa date qui a changé, l'erreur est dite à
//! cette date. `grappe build --record` tient le registre. Une ligne qui n'est pas une adresse, deux lignes qui
//! se contredisent ou une fusion de git en suspens y sont signalées aussi.
//!
//! ## Pourquoi
//!
//! Des liens y mènent, depuis d'autres sites, des courriels et des documents imprimés. Le visiteur qui les
//! suit arriverait sur une page d'erreur.
//!
//! ## Exemple
//!
//! ```text
//! /actualites/2023/enter-labellise/
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # l'actualité, dont la fin d'adresse a changé
//! redirect_from: [/actualites/2023/enter-labellise/]
//! ```
//! ---
//! An address of `published-addresses.txt`, the ledger of published addresses, leads nowhere any more: no
//! file of the content makes it, no key `redirect_from` takes it up, and the ledger does not say that it was
//! taken down on purpose (`gone`, then the reason). A post to come, taken down or made a draft again keeps
//! its address as long as its file is there. Where the year of its date has changed, the error is told at that
//! date. `grappe build --record` keeps the ledger. A line of it that is no address, two lines that contradict
//! each other and a merge that git left open are told too.
//!
//! ## Why it matters
//!
//! Links lead there, from other sites, messages and printed documents. Visitors who follow them would come
//! to an error page.
//!
//! ## Example
//!
//! ```text
//! /actualites/2023/enter-labellise/
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # the post, the end of whose address has changed
//! redirect_from: [/actualites/2023/enter-labellise/]
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::misdated::{Misdated, lost_addresses};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::plan::{Address, MEDIA, Plan, entity_addresses, undated_ends};
use crate::published::{FILE, Line};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "vanished-address",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("adresse disparue", "vanished address"),
    source: include_str!("vanished_address.rs"),
    run: Run::Plan(run),
};

fn run(federation: &Federation, plan: &Plan, report: &mut Report<'_>) {
    let (file, published) = (FilePath::new(FILE), &federation.published);
    for span in &published.unreadable {
        let message = wording!("cette ligne du registre n'est pas une adresse", "this line is no address");
        let hint = wording!(
            "une ligne est une adresse, `/poles/tes/`, suivie de `gone` et de la raison si elle a été retirée",
            "a line is an address, `/poles/tes/`, followed by `gone` and the reason where it was taken down",
        );
        report.push(report.diagnostic(&file, *span, message).hint(hint));
    }
    for span in &published.conflicts {
        let message = wording!(
            "le registre a deux versions à partir d'ici",
            "the ledger has two versions from here on"
        );
        let hint = wording!(
            "gardez les adresses des deux versions, et supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>` laissées par git",
            "keep the addresses of both versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>` that git left",
        );
        report.push(report.diagnostic(&file, *span, message).hint(hint));
    }
    for (line, first) in &published.contradictions {
        let address = &line.address;
        let message = wording!(
            "une autre ligne du registre dit autre chose de l'adresse `{address}`",
            "another line of the ledger says otherwise of the address `{address}`",
        );
        let hint = wording!("gardez une seule des deux lignes", "keep one of the two lines");
        let label = wording!("l'autre ligne", "the other line");
        report.push(report.diagnostic(&file, line.span, message).hint(hint).label(&file, *first, label));
    }
    // A file that cannot be read may make any address.
    if published.lines.is_empty() || federation.is_partly_unread() {
        return;
    }
    let there = plan.lasting_addresses(federation);
    let undated = undated_ends(federation);
    let contradicted: BTreeSet<&str> =
        published.contradictions.iter().map(|(line, _)| line.address.as_ref()).collect();
    let is_gone = |address: &str| {
        let is_told = contradicted.contains(address);
        let address = Address::new(address);
        !is_told && !there.contains(&address) && !undated.contains(address.end())
    };
    let misdated = lost_addresses(federation, plan);
    for (post, lines) in misdated.values() {
        tell_at_date(post, lines, report);
    }
    let told: BTreeSet<&str> =
        misdated.values().flat_map(|(_, lines)| lines).map(|line| &*line.address).collect();
    let mut new = None;
    let lost = published.lines.iter().filter(|line| line.gone.is_none() && is_gone(&line.address));
    for line in lost.filter(|line| !told.contains(&*line.address)) {
        let address = &line.address;
        let message = wording!(
            "l'adresse `{address}`, publiée, ne mène plus à rien",
            "the address `{address}` was published and leads nowhere any more",
        );
        let new = new.get_or_insert_with(|| new_addresses(federation));
        let hint = what_to_do(address, new, report);
        report.push(report.diagnostic(&file, line.span, message).hint(hint));
    }
}

/// A post that its date has moved to another year is mended at its date.
fn tell_at_date(post: &Misdated<'_>, lines: &[&Line], report: &mut Report<'_>) {
    let Some(first) = lines.first() else { return };
    let (address, of_file) = (&first.address, post.of_file);
    let document = &post.entity.document;
    let message = wording!(
        "à cette date, l'adresse `{address}`, publiée, ne mène plus à rien",
        "at this date, the address `{address}` was published and leads nowhere any more",
    );
    let hint = wording!(
        "corrigez la date : le nom du fichier dit `{of_file}` ; si elle est juste, ajoutez `redirect_from: [{address}]`",
        "mend the date: the file's name says `{of_file}`; where it is right, add `redirect_from: [{address}]`",
    );
    let span = document.record.span("date").unwrap_or_default();
    let diagnostic = report.diagnostic(&document.path, span, message).hint(hint);
    let file = FilePath::new(FILE);
    report.push(lines.iter().fold(diagnostic, |diagnostic, line| {
        diagnostic.label(&file, line.span, wording!("publiée ici", "published here"))
    }));
}

/// The addresses of entries that were not published yet, with the files of the entries: one of them
/// may be what became of an address that is gone.
fn new_addresses(federation: &Federation) -> BTreeMap<Address, FilePath> {
    let published: BTreeSet<&str> =
        federation.published.lines.iter().map(|line| line.address.as_ref()).collect();
    let all = federation.all().flat_map(|(_, entity)| {
        let addresses = entity_addresses(federation, entity).into_iter();
        addresses.map(|(_, address)| (address, entity.document.path.clone()))
    });
    all.filter(|(address, _)| !published.contains(address.as_str())).collect()
}

fn what_to_do(address: &str, new: &BTreeMap<Address, FilePath>, report: &mut Report<'_>) -> Wording {
    let is_media = address.starts_with(MEDIA);
    let near = report.nearest_path(address, new.keys().map(Address::as_str)).filter(|_| !is_media);
    match near.and_then(|near| Some((near, new.get(&Address::new(near))?))) {
        // The year alone has changed.
        Some((near, file)) if is_post(file) && Address::new(near).end() == Address::new(address).end() => {
            wording!(
                "si la date de `{file}` est fausse, corrigez-la ; si elle est juste, ajoutez-y `redirect_from: [{address}]`",
                "if the date of `{file}` is wrong, mend it; where it is right, add to it `redirect_from: [{address}]`",
            )
        }
        Some((near, file)) => wording!(
            "si la page est maintenant à `{near}`, ajoutez à `{file}` : `redirect_from: [{address}]`",
            "if the page is at `{near}` now, add to `{file}`: `redirect_from: [{address}]`",
        ),
        None if is_media => wording!(
            "remettez le fichier ou, s'il est retiré exprès, ajoutez `gone` et la raison à la fin de cette ligne",
            "put the file back or, if it was taken down on purpose, add `gone` and the reason to this line",
        ),
        None => wording!(
            "ajoutez `redirect_from: [{address}]` à la fiche qui la remplace, ou, si elle est retirée exprès, `gone` et la raison à la fin de cette ligne",
            "add `redirect_from: [{address}]` to the entry that takes its place, or, if it was taken down on purpose, `gone` and the reason at the end of this line",
        ),
    }
}

fn is_post(file: &FilePath) -> bool {
    file.as_str().contains("/news/")
}
