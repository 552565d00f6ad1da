//! What every page is hung on: the federation, and the plan of its addresses.

use std::sync::Arc;

use super::{Inputs, Options};
use crate::model::{Federation, Moment, OtherFiles, model};
use crate::parse::{Document, Misplacement};
use crate::plan::{Address, HostingFile, Plan, plan};
use crate::source::FilePath;

/// A federation and its plan.
#[derive(Clone)]
pub struct Frame {
    /// The federation.
    pub federation: Arc<Federation>,
    /// Every route.
    pub plan: Arc<Plan>,
}

impl Frame {
    /// The frame of what was read.
    #[must_use]
    pub fn new(inputs: &Inputs, options: Options) -> Self {
        let moment = Moment { today: inputs.today, with_unpublished: options.with_unpublished };
        let files: Vec<(FilePath, Address)> = {
            let assets = inputs.theme.assets.iter();
            assets.map(|asset| (asset.file.clone(), Address::new(&asset.address))).collect()
        };
        let documents = inputs.documents.clone();
        let federation = model(inputs.config.clone(), documents, other_files(inputs), moment);
        let server = inputs.config.host.server;
        let hosting = options.is_release.then(|| HostingFile::for_server(server));
        let plan = plan(&federation, &files, hosting.into_iter().flatten());
        Self { federation: Arc::new(federation), plan: Arc::new(plan) }
    }

    /// The frame after some files were read again; nothing where an edit changed more than words.
    #[must_use]
    pub fn reworded(&self, documents: &[Arc<Document>]) -> Option<Self> {
        let federation = self.federation.reworded(documents)?;
        Some(Self { federation: Arc::new(federation), plan: self.plan.clone() })
    }
}

/// What the federation must know of files that are no documents.
fn other_files(inputs: &Inputs) -> OtherFiles {
    let misplaced = inputs.inventory.misplaced.iter();
    // A translation into a language that the site lacks holds no original.
    let misplaced = misplaced.filter(|(_, why)| !matches!(why, Misplacement::Language(_)));
    OtherFiles {
        assets: inputs.inventory.assets.clone(),
        image_headers: inputs.image_headers.clone(),
        file_sizes: inputs.file_sizes.clone(),
        misplaced: misplaced.map(|(path, _)| path.clone()).collect(),
        published: inputs.published.clone(),
        accessibility: inputs.accessibility.clone(),
        ecodesign: inputs.ecodesign.clone(),
    }
}
