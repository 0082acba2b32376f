//! Pictures: taken from forms, drawn anew, kept, and served from a path of their own.
//! A picture of a campaign that is not public is seen at its own desk alone.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use redress_app::parts::PictureNames;
use redress_domain::{
    AccountId, Action, CampaignId, FieldErrors, LONGEST_PICTURE_LINE, Media, UploadId, UploadKind, clean_line,
};
use redress_store::{NewUpload, Upload};

use super::Fields;
use super::session::AtDesk;
use crate::pictures::{self, Drawn, PictureRefused, redraw};
use crate::shelf::Shelf;
use crate::web::form::Files;
use crate::web::{App, Refusal};

/// What a form wants done with a picture.
pub enum PictureChange {
    /// There is none, and none was sent.
    None,
    /// It stays, described like this.
    Keep {
        /// Which.
        id: UploadId,
        /// What it shows.
        alt: String,
        /// Who allowed it.
        permission: String,
    },
    /// It is taken away.
    Remove,
    /// Another takes its place.
    New {
        /// The picture, drawn anew.
        drawn: Drawn,
        /// What it shows.
        alt: String,
        /// Who allowed it.
        permission: String,
    },
}

/// Reads a picture field: draws what was sent, and notes what is wrong with it. Nothing is kept yet.
pub async fn read(
    files: &Files,
    fields: &Fields,
    names: PictureNames,
    kind: UploadKind,
    current: Option<UploadId>,
    errors: &mut FieldErrors,
) -> PictureChange {
    let alt = clean_line(fields.get(names.alt));
    let permission = clean_line(fields.get(names.permission));
    let change = match files.of(names.file) {
        Some(sent) => {
            let drawn = if sent.too_large {
                Err(PictureRefused::TooLarge)
            } else {
                redraw(sent.bytes.clone(), kind).await
            };
            match drawn {
                Ok(drawn) => PictureChange::New { drawn, alt, permission },
                Err(refused) => {
                    errors.add(names.file, refused.message());
                    return PictureChange::None;
                }
            }
        }
        None => match current {
            Some(_) if fields.get(names.remove) == "on" => PictureChange::Remove,
            Some(id) => PictureChange::Keep { id, alt, permission },
            None => PictureChange::None,
        },
    };
    if let PictureChange::New { alt, permission, .. } | PictureChange::Keep { alt, permission, .. } = &change
    {
        for (field, value, empty) in [
            (names.alt, alt, "error-picture-alt"),
            (names.permission, permission, "error-picture-permission"),
        ] {
            if value.is_empty() {
                errors.add(field, empty);
            } else if value.chars().count() > LONGEST_PICTURE_LINE {
                errors.add(field, "error-picture-line");
            }
        }
    }
    change
}

/// Keeps what a form wants kept, and gives the id to write into the row that shows it. What it replaces is removed by
/// [`discard`], once no row shows it.
pub async fn keep(
    app: &App,
    campaign: CampaignId,
    kind: UploadKind,
    by: Option<AccountId>,
    change: PictureChange,
) -> Result<Option<UploadId>, Refusal> {
    match change {
        PictureChange::None | PictureChange::Remove => Ok(None),
        PictureChange::Keep { id, alt, permission } => {
            app.store.uploads().describe(id, &alt, &permission).await?;
            Ok(Some(id))
        }
        PictureChange::New { drawn, alt, permission } => {
            let new = NewUpload {
                campaign,
                kind,
                media: drawn.media,
                width: drawn.width,
                height: drawn.height,
                bytes: drawn.bytes.len(),
                sha256: drawn.sha256(),
                alt,
                permission,
                uploaded_by: by,
            };
            // The row comes first: a file without one would be found by nobody.
            let upload = app.store.uploads().add(&new).await?;
            shelf(app)?.put(&upload.path, drawn.bytes).await.map_err(|error| Refusal::broken(&error))?;
            Ok(Some(upload.id))
        }
    }
}

/// Removes a picture that nothing shows any more: its file, and its row. One that is shown still stays.
pub async fn discard(app: &App, was: Option<UploadId>, is: Option<UploadId>) -> Result<(), Refusal> {
    let Some(id) = was.filter(|_| was != is) else { return Ok(()) };
    if let Some(upload) = app.store.uploads().find(id).await?
        && !app.store.uploads().is_used(&upload).await?
    {
        shelf(app)?.remove(&upload.path).await.map_err(|error| Refusal::broken(&error))?;
        app.store.uploads().remove(id).await?;
    }
    Ok(())
}

fn shelf(app: &App) -> Result<Shelf, Refusal> {
    Shelf::open(&app.settings.storage).map_err(|error| Refusal::broken(&error))
}

/// What a form is answered with when something in it is wrong: too much, or not as it should be.
pub fn status(files: &Files) -> StatusCode {
    if files.any_too_large() { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// The picture of a row, if it has one.
pub async fn find(app: &App, id: Option<UploadId>) -> Result<Option<Upload>, Refusal> {
    match id {
        Some(id) => Ok(app.store.uploads().find(id).await?),
        None => Ok(None),
    }
}

/// `GET /media/{id}.png`, `.jpg`
pub async fn show(
    State(app): State<App>,
    at: Result<AtDesk, Refusal>,
    Path(file): Path<String>,
) -> Result<Response, Refusal> {
    let (id, media) = file.split_once('.').ok_or(Refusal::NotFound)?;
    let id: UploadId = id.parse().map_err(|_| Refusal::NotFound)?;
    let media: Media = media.parse().map_err(|_| Refusal::NotFound)?;
    let upload = app.store.uploads().find(id).await?.filter(|upload| upload.media == media);
    let upload = upload.ok_or(Refusal::NotFound)?;
    let campaign = app.store.campaigns().find(upload.campaign).await?.ok_or(Refusal::NotFound)?;
    let public = campaign.state.is_public() && app.store.uploads().is_shown(&upload).await?;
    let own = at.is_ok_and(|at| {
        at.may(Action::SeeDesk).is_ok()
            && campaign.hosts.iter().any(|host| host.id == at.member.organization.id)
    });
    if !public && !own {
        return Err(Refusal::NotFound);
    }
    let bytes = pictures::read(&app.settings.storage, &upload).await;
    let bytes = bytes.map_err(|fault| {
        // A database that was restored without its files has rows of pictures that are gone.
        if fault.is_missing() { Refusal::NotFound } else { Refusal::broken(&fault) }
    })?;
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    // The id is of these very pixels: another picture has another.
    let kept = if public { "public, max-age=31536000, immutable" } else { "private, no-store" };
    for (name, value) in [
        (header::CONTENT_TYPE, upload.media.content_type()),
        (header::CACHE_CONTROL, kept),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(name) = HeaderValue::from_str(&format!("inline; filename=\"{}.{}\"", upload.kind, upload.media))
    {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
