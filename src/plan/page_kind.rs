//! The kind of page that a subject makes.

use super::Subject;
use crate::budget::PageKind;
use crate::model::{Data, Entity, Federation};
use crate::schema::Kind;

impl Subject {
    /// The kind of page that shows it.
    #[must_use]
    pub fn page_kind(&self, federation: &Federation) -> PageKind {
        match self {
            Self::Home => PageKind::Home,
            Self::News(..) => PageKind::News,
            Self::Index(Kind::Pole | Kind::Organisation) => PageKind::Directory,
            Self::Index(_) => PageKind::List,
            Self::Facet(_) => PageKind::Facet,
            Self::Entity(id) => of_entity(federation.entity(*id)),
            Self::KeyFigures => PageKind::Figures,
            Self::Governance => PageKind::Governance,
            Self::Press => PageKind::Press,
            Self::OpenData => PageKind::OpenData,
            Self::Search => PageKind::Search,
            Self::SitePlan => PageKind::SitePlan,
            Self::NotFound => PageKind::NotFound,
        }
    }
}

fn of_entity(entity: &Entity) -> PageKind {
    match &entity.data {
        Data::Post(_) => PageKind::Post,
        Data::Event(_) => PageKind::Event,
        Data::Call(_) => PageKind::Call,
        Data::Publication(_) => PageKind::Publication,
        Data::Page(page) => match page.role {
            Some("accessibility") => PageKind::Accessibility,
            Some("ecodesign") => PageKind::Ecodesign,
            _ => PageKind::Page,
        },
        Data::Organisation(_) if entity.kind() == Kind::Pole => PageKind::Pole,
        Data::Organisation(_) => PageKind::Organisation,
        Data::Region(_) => PageKind::Region,
        Data::Partnership(_) => PageKind::Partnership,
        Data::Phase(_) => PageKind::Phase,
        Data::Programme(_) => PageKind::Programme,
        Data::Person(_) => PageKind::Person,
    }
}
