//! The inverse of every reference, with its role.

use super::EntityId;
use crate::parse::Origin;

/// One entity that refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// Who refers.
    pub from: EntityId,
    /// As what the other is referred to.
    pub role: BacklinkRole,
}

/// As what an entity is referred to, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BacklinkRole {
    /// A text is about it.
    Subject,
    /// It leads a partnership.
    Lead,
    /// It takes part in a partnership.
    Partner,
    /// It supports a partnership.
    Supporter,
    /// It signed for a partnership.
    Signatory,
    /// It came out of a partnership.
    Result,
    /// It wrote a text.
    Author,
    /// It is the contact of a text.
    PressContact,
    /// A pole or organisation has its seat there.
    Seat,
    /// A pole or organisation is present there, or a partnership concerns it.
    Presence,
    /// It governs a region.
    Authority,
    /// A label or partnership belongs to this phase.
    Phase,
    /// It shares a label.
    JointLabel,
    /// Another organisation comes from it.
    Predecessor,
    /// It owns a programme, or launched a call.
    Owner,
    /// It has a member.
    Network,
    /// A person holds a post there.
    Post,
    /// A roadmap names it.
    Roadmap,
    /// It organises an event or a call.
    Organiser,
    /// It speaks at an event.
    Speaker,
    /// A text mentions it.
    Mentioned,
}

impl BacklinkRole {
    /// The role of a reference, by where it was made.
    #[must_use]
    pub fn of(origin: Origin) -> Self {
        match origin {
            Origin::Prose => Self::Mentioned,
            Origin::Field { shape: "organisers", .. } => Self::Organiser,
            Origin::Field { role: Some(word), .. } => Self::of_party(word),
            Origin::Field { shape: "seat", key: "region", .. } => Self::Seat,
            Origin::Field { key, .. } => Self::of_key(key),
        }
    }

    fn of_party(word: &str) -> Self {
        match word {
            "lead" => Self::Lead,
            "supporter" => Self::Supporter,
            "signatory" => Self::Signatory,
            "result" => Self::Result,
            _ => Self::Partner,
        }
    }

    fn of_key(key: &str) -> Self {
        match key {
            "about" | "poles" => Self::Subject,
            "author" | "authors" => Self::Author,
            "press_contact" => Self::PressContact,
            "region" | "regions" => Self::Presence,
            "organisers" => Self::Organiser,
            "people" => Self::Speaker,
            "authority" => Self::Authority,
            "phase" => Self::Phase,
            "joint_with" => Self::JointLabel,
            "organisation" => Self::Post,
            "owner" | "launched_by" => Self::Owner,
            "member_of" => Self::Network,
            "parties" | "programmes" => Self::Roadmap,
            _ => Self::Mentioned,
        }
    }

    /// Whether it is between two entities, and not between a text and what it speaks of or who answers for it.
    #[must_use]
    pub const fn is_tie(self) -> bool {
        !matches!(self, Self::Subject | Self::Mentioned | Self::Author | Self::PressContact)
    }

    /// The word by which labels of a theme are found.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Lead => "lead",
            Self::Partner => "partner",
            Self::Supporter => "supporter",
            Self::Signatory => "signatory",
            Self::Result => "result",
            Self::Author => "author",
            Self::PressContact => "press_contact",
            Self::Seat => "seat",
            Self::Presence => "presence",
            Self::Authority => "authority",
            Self::Phase => "phase",
            Self::JointLabel => "joint_label",
            Self::Predecessor => "predecessor",
            Self::Owner => "owner",
            Self::Network => "network",
            Self::Post => "post",
            Self::Roadmap => "roadmap",
            Self::Organiser => "organiser",
            Self::Speaker => "speaker",
            Self::Mentioned => "mentioned",
        }
    }
}
