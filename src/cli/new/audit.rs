//! `grappe new audit`: the file of an accessibility audit, ready to be gone through.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::accessibility::draft::Draft;
use crate::accessibility::{self, Accessibility};
use crate::build::{Options, analyse};
use crate::check::rules_on;
use crate::cli::fault::Fault;
use crate::cli::{CommandResult, Common, Exit, site};
use crate::locale::Locale;
use crate::model::{Data, Entity, EntityId};
use crate::output::Site;
use crate::plan::{NewsFilter, Subject};
use crate::schema::Kind;

/// What pages of the usual sample are for the site, in its order.
const USUAL_ROLES: [&str; 3] = ["contact", "legal-notice", "accessibility"];

pub(super) fn run(date: Option<&str>, common: &Common, locale: Locale) -> CommandResult {
    let world = site::open(common, date)?;
    let site = analyse(&world, Options::default())?.site.ok_or(Fault::Unusable)?;
    let federation = &site.federation;
    if !federation.config.france {
        return Err(Fault::NoStandard);
    }
    let path = common.site.join(accessibility::FILE);
    let pages = sample(&site);
    let draft = Draft { locale, today: federation.today(), pages: &pages, rules: &rules_on };
    let Accessibility { declaration, faults, .. } = federation.accessibility.as_ref();
    match path.exists() {
        true if !faults.is_empty() => return Err(Fault::Unreadable(path)),
        true if declaration.audit.is_some() => return Err(Fault::HasAudit(path)),
        true => complete(&path, &draft.audit())?,
        false => create(&path, &draft.whole())?,
    }
    anstream::println!("{}", path.display());
    Ok(Exit::Fine)
}

fn create(path: &Path, text: &str) -> Result<(), Fault> {
    let mut file = match fs::File::create_new(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(Fault::Exists(path.to_owned()));
        }
        Err(source) => return Err(fault(path)(source)),
    };
    file.write_all(text.as_bytes()).map_err(fault(path))
}

/// Adds to the end of a file, as its lines end.
fn complete(path: &Path, text: &str) -> Result<(), Fault> {
    let before = fs::read_to_string(path).map_err(fault(path))?;
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let mut more = format!("{end}{text}");
    if before.contains("\r\n") {
        more = more.replace('\n', "\r\n");
    }
    let mut file = fs::OpenOptions::new().append(true).open(path).map_err(fault(path))?;
    file.write_all(more.as_bytes()).map_err(fault(path))
}

fn fault(path: &Path) -> impl FnOnce(std::io::Error) -> Fault {
    let path = PathBuf::from(path);
    move |source| Fault::File { path, source }
}

/// The pages to look at, with their titles: the usual sample, then a page of each sort that the site has.
fn sample(site: &Site) -> Vec<(String, String)> {
    let federation = &site.federation;
    let Some(first) = federation.config.languages.first() else { return Vec::new() };
    let mut subjects = vec![Subject::Home];
    subjects.extend(USUAL_ROLES.iter().filter_map(|role| page_of_role(site, role)).map(Subject::Entity));
    subjects.extend([Subject::SitePlan, Subject::Search, Subject::News(NewsFilter::All, 1)]);
    subjects.extend([Subject::Index(Kind::Pole), Subject::KeyFigures, Subject::Governance]);
    subjects.extend([Subject::Press, Subject::OpenData]);
    subjects.extend(site.plan.news(&NewsFilter::All).first().copied().map(Subject::Entity));
    let others = Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Post | Kind::Page));
    let one_of = |kind: &Kind| federation.listed(*kind).next().map(|(id, _)| Subject::Entity(id));
    subjects.extend(others.filter_map(one_of));
    let page = |subject: &Subject| {
        let address = site.plan.address(subject, first)?;
        Some((site.title(site.plan.route(address)?)?, address.to_string()))
    };
    subjects.iter().filter_map(page).collect()
}

fn page_of_role(site: &Site, role: &str) -> Option<EntityId> {
    let is_it = |entity: &Entity| matches!(&entity.data, Data::Page(page) if page.role == Some(role));
    site.federation.known(Kind::Page).find(|(_, entity)| is_it(entity)).map(|(id, _)| id)
}
