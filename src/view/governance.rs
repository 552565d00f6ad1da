//! Who holds posts in the federation, who is attested there, and who did before.

use serde::Serialize;

use super::index::OfficeView;
use super::viewer::Viewer;
use crate::model::Tenure;

/// Who holds posts in the federation. Template `governance.html`, as `governance`.
#[derive(Clone, Debug, Serialize)]
pub struct GovernanceView {
    /// The heading.
    pub title: String,
    /// Posts that began and are not known to be over.
    pub current: Vec<OfficeView>,
    /// Posts attested at a date, of which nobody says whether they still hold.
    pub attested: Vec<OfficeView>,
    /// Posts that are over.
    pub former: Vec<OfficeView>,
}

impl Viewer<'_> {
    /// Who holds posts in the federation.
    pub fn governance(&self) -> GovernanceView {
        GovernanceView {
            title: self.label("section.governance", &[]),
            current: self.holders(Tenure::Current),
            attested: self.holders(Tenure::Attested),
            former: self.holders(Tenure::Former),
        }
    }

    fn holders(&self, tenure: Tenure) -> Vec<OfficeView> {
        self.offices_of(self.by_name(&self.federation.governed()), |it| it == tenure)
    }
}
