//! `grappe serve --share`: the preview of one text as a single file, for whoever must approve it.

use std::path::{Path, PathBuf};

use crate::build::{Options, TOP_FILES};
use crate::cli::fault::Fault;
use crate::cli::{CommandResult, Exit};
use crate::config::SiteConfig;
use crate::diagnostic::{Severity, count};
use crate::host::DiskWorld;
use crate::host::http::content_type;
use crate::locale::Locale;
use crate::output::{Artifact, Site};
use crate::plan::{Address, Output, Route, Subject};
use crate::preview::panel::{Asset, Share, share};
use crate::preview::{Changed, Preview};
use crate::source::FilePath;
use crate::theme::THEMES;
use crate::wording;
use crate::world::World;

pub(super) fn run(
    text: &Path,
    output: Option<&Path>,
    options: Options,
    world: &DiskWorld,
    locale: Locale,
) -> CommandResult {
    let mut preview = Preview::new(options);
    preview.refresh(world, &Changed::Everything);
    if let Some(examination) = preview.examination() {
        let examined = examination.run(world)?;
        preview.examined(examined);
    }
    let snapshot = preview.snapshot();
    let unknown = || Fault::NoText(text.to_owned());
    let site = snapshot.site.as_deref().ok_or(Fault::Unusable)?;
    let file = inside(world, text).unwrap_or_else(|| FilePath::new(&text.to_string_lossy()));
    let route = route_of(site, &file, &text.to_string_lossy()).ok_or_else(unknown)?;
    let Ok(Artifact::Bytes(html)) = site.make(route) else { return Err(Fault::Unusable) };
    let config = &site.federation.config;
    let (address, day) = (route.address.as_str(), site.federation.today());
    let asked = Share { locale, address, site: &config.address, day };
    let page = share(&String::from_utf8_lossy(&html), &asked, |address| asset(site, world, address));
    let name =
        address.trim_matches('/').rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("accueil");
    let path = output.map_or_else(|| PathBuf::from(format!("{name}.html")), Path::to_owned);
    if inside(world, &path).is_some_and(|path| is_of_site(&path, config)) {
        return Err(Fault::OfSite(path));
    }
    write(&path, page, output.is_some())?;
    let errors = count(snapshot.told.iter(), Severity::Error);
    tell(&path, errors, locale);
    Ok(Exit::Fine)
}

/// The path in the site of a file that may not be there yet; nothing for one outside.
fn inside(world: &DiskWorld, path: &Path) -> Option<FilePath> {
    let whole = std::path::absolute(path).ok()?;
    let folder = whole.parent()?.canonicalize().ok()?;
    let below = folder.strip_prefix(world.root().canonicalize().ok()?).ok()?;
    world.path_of(&world.root().join(below).join(whole.file_name()?))
}

/// Whether a file is of those that the site is made of, or would be: a draft there would be published.
fn is_of_site(path: &FilePath, config: &SiteConfig) -> bool {
    let folders = config.content_roots.iter().map(String::as_str).chain([THEMES]);
    let path = Path::new(path.as_str());
    folders.chain(TOP_FILES).any(|own| path.starts_with(own))
}

/// The page of a text, by its file or by its id.
fn route_of<'a>(site: &'a Site, file: &FilePath, id: &str) -> Option<&'a Route> {
    let federation = &site.federation;
    let entity = federation.at(file).or_else(|| federation.find(id))?;
    let document = federation.entity(entity).documents().find(|document| document.path == *file);
    let language = document.and_then(|document| document.translation.as_ref());
    let language = language.or_else(|| federation.config.languages.first())?;
    site.plan.route(site.plan.address(&Subject::Entity(entity), language)?)
}

/// A file that the page shows.
fn asset(site: &Site, world: &DiskWorld, address: &str) -> Option<Asset> {
    let route = site.plan.route(&Address::new(address))?;
    let is_file = matches!(route.output, Output::ContentFile(_) | Output::ThemeFile(_));
    let bytes = match site.make(route).ok().filter(|_| is_file)? {
        Artifact::Bytes(bytes) => bytes,
        Artifact::Copy(file) => world.read(&file).ok()?,
    };
    Some(Asset { content_type: content_type(address).to_owned(), bytes })
}

/// Writes the file; one that is there is written over only where it was named.
fn write(path: &Path, page: String, is_named: bool) -> Result<(), Fault> {
    if !is_named && path.exists() {
        return Err(Fault::Exists(path.to_owned()));
    }
    std::fs::write(path, page).map_err(|source| Fault::File { path: path.to_owned(), source })
}

fn tell(path: &Path, errors: usize, locale: Locale) {
    let file = path.display();
    let words = wording!(
        "{file} : à envoyer à qui doit relire. Ce fichier ne dépend d'aucun autre.",
        "{file}: to send to whoever must approve it. The file needs no other.",
    );
    anstream::println!("{}", words.get(locale));
    if errors > 0 {
        let words = wording!(
            "Le site a des erreurs : `grappe check` les donne.",
            "The site has errors: `grappe check` tells them.",
        );
        anstream::eprintln!("{}", words.get(locale));
    }
}
