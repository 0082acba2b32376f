//! The handlers, one module per feature: each loads a view model, renders its page, and takes the page's form.
//! A form posts to its page's own address: taken, it answers 303; refused, the same page with status 422.

pub mod account;
pub mod bodies;
pub mod campaign;
pub mod comments;
pub mod confirm;
pub mod contact;
pub mod desk;
pub mod editor;
pub mod embed;
pub mod exclusions;
pub mod hearings;
pub mod held;
pub mod hosts;
pub mod islands;
pub mod kit;
pub mod letters;
pub mod members;
pub mod mine;
pub mod news;
pub mod organization;
pub mod outbox;
pub mod outcome;
pub mod packet;
pub mod partners;
pub mod petition;
pub mod places;
pub mod session;
pub mod speakers;
pub mod statement;
pub mod templates;
pub mod testimonies;
pub mod testimony;
pub mod upload;

use std::sync::Arc;

use axum::extract::FromRequest;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Response};
use redress_app::parts::Typed;

use crate::web::Refusal;
use crate::web::form::WithFiles;

/// The fields of a form, repeated ones included: unknown fields are passed over, missing ones are empty.
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// What stands in a field; empty if it is missing.
    pub fn get(&self, name: &str) -> &str {
        self.given(name).unwrap_or_default()
    }

    /// What stands in a field, if the form has it.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a repeated field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// What was typed, without passwords.
    pub fn typed(&self) -> Typed {
        self.0.iter().filter(|(field, _)| field != "password").cloned().collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, Self::Rejection> {
        // A form with pictures is read already.
        if let Some(form) = request.extensions().get::<Arc<WithFiles>>() {
            return Ok(Self(form.fields.clone()));
        }
        match axum::Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(axum::Form(fields)) => Ok(Self(fields)),
            // Too large is said as such (413); everything else is a form that this page does not have.
            Err(FormRejection::BytesRejection(rejection)) => Err(rejection.status().into_response()),
            Err(_) => Err(Refusal::Form.into_response()),
        }
    }
}
