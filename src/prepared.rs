//! Parts of views that several pages show, in the form in which the template engine takes them.
//!
//! An entry stands on as many lists as it belongs to: what is made for the first is shared with the others. Beside
//! `render`, this is the only module that knows the engine; it must not know what a view holds.

use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use tera::Value;

/// A view, made ready once: whatever holds it shares it.
#[derive(Clone, Debug)]
pub struct Prepared<T> {
    value: Value,
    of: PhantomData<T>,
}

impl<T: Serialize> Prepared<T> {
    /// Makes a view ready.
    #[must_use]
    pub fn new(view: &T) -> Self {
        Self { value: Value::from_serializable(view), of: PhantomData }
    }
}

impl<T> Serialize for Prepared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
