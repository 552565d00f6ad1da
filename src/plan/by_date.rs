//! The order in which routes are made. No page depends on it: what is made one after the other shows the same posts,
//! and may share what is made of them.

use super::{Output, Plan, Route, Subject};

impl Plan {
    /// Every route, posts and the pages of their lists by date, the newest first.
    #[must_use]
    pub fn routes_by_date(&self, page_size: usize) -> Vec<&Route> {
        let mut routes: Vec<&Route> = self.routes.iter().collect();
        routes.sort_by_cached_key(|route| self.newest_shown(route, page_size));
        routes
    }

    /// The place among all posts of a post, or of the first that a page of a list shows.
    fn newest_shown(&self, route: &Route, page_size: usize) -> Option<usize> {
        let Output::Page(subject, _) = &route.output else { return None };
        let post = match subject {
            Subject::Entity(id) => id,
            Subject::News(filter, number) => self.news(filter).get((number - 1) * page_size)?,
            _ => return None,
        };
        self.places.get(post).copied()
    }
}
