//! Who holds posts in the federation, on a day.

use super::{Backlink, BacklinkRole, EntityId, Federation, PostHeld};
use crate::date::Day;
use crate::schema::Kind;

/// The kind of organisation that gathers poles or networks.
const FEDERATION: &str = "federation";

/// What is known of a post held, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenure {
    /// It began, and nothing says that it ended.
    Current,
    /// It is attested at a date, or at none: nobody says whether it still holds.
    Attested,
    /// It ended.
    Former,
}

impl PostHeld {
    /// What is known of it on a day; nothing before anything is.
    #[must_use]
    pub fn tenure(&self, today: Day) -> Option<Tenure> {
        let is_over = self.until.is_some_and(|until| until.last < today);
        match (self.from, self.as_of) {
            (Some(from), _) if from.first > today => None,
            _ if is_over => Some(Tenure::Former),
            (Some(_), _) => Some(Tenure::Current),
            (None, Some(as_of)) if !as_of.is_by(today) => None,
            (None, _) => Some(Tenure::Attested),
        }
    }
}

impl Federation {
    /// The organisations of the federation in which someone holds or held a post: poles, what
    /// gathers them, and the networks that they say they are members of; in order of path.
    #[must_use]
    pub fn governed(&self) -> Vec<EntityId> {
        let all = [Kind::Organisation, Kind::Pole].into_iter().flat_map(|kind| self.listed(kind));
        let is_governed =
            |id: &EntityId| self.is_of_the_federation(*id, self.backlinks(*id)) && self.has_holders(*id);
        all.map(|(id, _)| id).filter(is_governed).collect()
    }

    /// Whether, on some day, someone holds or held a post of the federation.
    #[must_use]
    pub fn is_ever_governed(&self) -> bool {
        let people = self.all().filter(|(_, entity)| entity.is_listed).filter_map(|(_, it)| it.person());
        let mut governed = people.flat_map(|person| &person.roles).filter_map(|post| {
            let id = self.find(&post.organisation)?;
            self.entity(id).organisation().filter(|_| self.entity(id).is_listed).map(|_| id)
        });
        governed.any(|id| {
            self.is_of_the_federation(id, self.backlinks.get(id.index()).into_iter().flatten().copied())
        })
    }

    fn is_of_the_federation(&self, id: EntityId, mut links: impl Iterator<Item = Backlink>) -> bool {
        let entity = self.entity(id);
        let kind = entity.organisation().and_then(|it| it.kind.as_deref());
        let is_of_pole = |from: EntityId| self.entity(from).kind() == Kind::Pole;
        entity.kind() == Kind::Pole
            || kind == Some(FEDERATION)
            || links.any(|link| link.role == BacklinkRole::Network && is_of_pole(link.from))
    }

    fn has_holders(&self, id: EntityId) -> bool {
        let own = self.entity(id).id();
        let mut holders = self.ties(id).filter(|link| link.role == BacklinkRole::Post);
        holders.any(|link| {
            let holder = self.entity(link.from);
            let posts = holder.person().map(|person| person.roles.as_slice()).unwrap_or_default();
            let is_held = |post: &PostHeld| post.organisation == *own && post.tenure(self.today()).is_some();
            holder.is_listed && posts.iter().any(is_held)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn tenure(from: &str, until: &str, as_of: &str) -> Option<Tenure> {
        let date = |text: &str| (!text.is_empty()).then(|| Date::parse(text).expect("a date"));
        let post = PostHeld {
            organisation: "afpc".into(),
            title: "Présidente".into(),
            from: date(from),
            until: date(until),
            as_of: date(as_of),
            source: None,
        };
        post.tenure(Day::constant(2024, 6, 15))
    }

    #[test]
    fn a_post_is_what_its_dates_say_and_no_more() {
        assert_eq!(tenure("2020", "", ""), Some(Tenure::Current));
        assert_eq!(tenure("2020", "2024-06", ""), Some(Tenure::Current));
        assert_eq!(tenure("2020", "2024-05", ""), Some(Tenure::Former));
        assert_eq!(tenure("", "2023", ""), Some(Tenure::Former));
        assert_eq!(tenure("", "", "2024-04"), Some(Tenure::Attested));
        assert_eq!(tenure("", "", ""), Some(Tenure::Attested));
        assert_eq!(tenure("", "", "2024-06"), None);
        assert_eq!(tenure("2024-07-01", "", ""), None);
    }
}
