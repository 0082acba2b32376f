//! Outcomes: how a campaign ended, votes by member, places where the like happened, and what follows.
//! To record one ends the campaign; to take it back leaves it closed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::{Ballot, CampaignId, CampaignState, Locale, OutcomeKind, VoteId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde::{Deserialize, Serialize};

use crate::entity::{ballot, campaign, outcome, related_place, vote};
use crate::{Author, Entry, Error, Store, audit, db, millis};

/// A document, or where it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeLink {
    /// What it is called.
    pub title: String,
    /// `https://…`
    pub url: String,
}

/// How a campaign ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// In a word.
    pub kind: OutcomeKind,
    /// The day.
    pub day: Date,
    /// What happened, in limited Markdown.
    pub texts: BTreeMap<Locale, String>,
    /// Documents.
    pub links: Vec<OutcomeLink>,
    /// The campaign that follows.
    pub follow_on: Option<CampaignId>,
}

/// A place where the like happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedPlace {
    /// Its name.
    pub name: String,
    /// When, if that is known.
    pub day: Option<Date>,
    /// What; may be empty.
    pub note: String,
    /// Where it is told.
    pub url: Option<String>,
}

/// A vote, member by member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Which.
    pub id: VoteId,
    /// Who voted.
    pub body: String,
    /// On what.
    pub question: String,
    /// When.
    pub day: Date,
    /// Who did what, in the order of the list.
    pub ballots: Vec<Ballot>,
}

/// Why an outcome was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum OutcomeRefused {
    /// The campaign was never public, or is archived.
    #[error("a campaign that is {0} has no outcome")]
    NotFromHere(CampaignState),
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The outcomes of a store.
pub struct Outcomes<'a>(pub(crate) &'a Store);

impl Store {
    /// The outcomes.
    pub const fn outcomes(&self) -> Outcomes<'_> {
        Outcomes(self)
    }
}

impl Outcomes<'_> {
    /// How a campaign ended, if that is recorded.
    pub async fn of(&self, campaign: CampaignId) -> Result<Option<Outcome>, Error> {
        let row = outcome::Entity::find_by_id(campaign.0).one(&self.0.db).await?;
        row.map(|row| {
            let fault = || Error::Row("outcome");
            Ok(Outcome {
                kind: row.kind.parse().map_err(|_| fault())?,
                day: row.day.parse().map_err(|_| fault())?,
                texts: serde_json::from_str(&row.texts).map_err(|_| fault())?,
                links: serde_json::from_str(&row.links).map_err(|_| fault())?,
                follow_on: row.follow_on_id.map(CampaignId),
            })
        })
        .transpose()
    }

    /// The places where the like happened, in order.
    pub async fn places(&self, campaign: CampaignId) -> Result<Vec<RelatedPlace>, Error> {
        let rows = related_place::Entity::find()
            .filter(related_place::Column::CampaignId.eq(campaign.0))
            .order_by_asc(related_place::Column::Position)
            .all(&self.0.db)
            .await?;
        rows.into_iter()
            .map(|row| {
                let day = row.day.as_deref().map(str::parse).transpose();
                let day = day.map_err(|_| Error::Row("related_place"))?;
                Ok(RelatedPlace { name: row.name, day, note: row.note, url: row.url })
            })
            .collect()
    }

    /// The votes, in the order they were recorded.
    pub async fn votes(&self, campaign: CampaignId) -> Result<Vec<Vote>, Error> {
        let fault = || Error::Row("vote");
        let rows = vote::Entity::find()
            .filter(vote::Column::CampaignId.eq(campaign.0))
            .order_by_asc(vote::Column::Position)
            .all(&self.0.db)
            .await?;
        let mut ballots: BTreeMap<_, Vec<Ballot>> = BTreeMap::new();
        if !rows.is_empty() {
            let found = ballot::Entity::find()
                .filter(ballot::Column::VoteId.is_in(rows.iter().map(|row| row.id)))
                .order_by_asc(ballot::Column::Position)
                .all(&self.0.db)
                .await?;
            for row in found {
                let choice = row.choice.parse().map_err(|_| fault())?;
                let ballot = Ballot { name: row.name, district: row.district, choice };
                ballots.entry(row.vote_id).or_default().push(ballot);
            }
        }
        rows.into_iter()
            .map(|row| {
                Ok(Vote {
                    id: VoteId(row.id),
                    body: row.body,
                    question: row.question,
                    day: row.day.parse().map_err(|_| fault())?,
                    ballots: ballots.remove(&row.id).unwrap_or_default(),
                })
            })
            .collect()
    }

    /// Records how a campaign ended, or writes it anew; the campaign's state follows.
    pub async fn record(
        &self,
        author: Author,
        id: CampaignId,
        told: &Outcome,
        places: &[RelatedPlace],
    ) -> Result<(), OutcomeRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let from = state_of(&transaction, id).await?;
        let fits = !matches!(from, CampaignState::Draft | CampaignState::Review | CampaignState::Archived);
        if !fits {
            return Err(OutcomeRefused::NotFromHere(from));
        }
        let kind_before = self.write(&transaction, id, told, places).await?;
        let entry = entry(author, id, "outcome-recorded", &kind_before, told.kind.as_str());
        audit::append(&transaction, self.0.now(), entry).await.map_err(OutcomeRefused::Store)?;
        let ended = self.set_state(&transaction, author, id, from, told.kind.state()).await?;
        transaction.commit().await.map_err(Error::from)?;
        if ended {
            self.0.blur_days(id).await?;
        }
        Ok(())
    }

    /// Writes the outcome of a campaign that ended elsewhere (the demo); its state is set apart.
    pub async fn load(&self, id: CampaignId, told: &Outcome, places: &[RelatedPlace]) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        self.write(&transaction, id, told, places).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Writes the row and the places; gives the kind there was before.
    async fn write(
        &self,
        db: &impl ConnectionTrait,
        id: CampaignId,
        told: &Outcome,
        places: &[RelatedPlace],
    ) -> Result<String, Error> {
        let now = millis(self.0.now());
        let json = |value: Result<String, serde_json::Error>| value.map_err(|_| Error::Row("outcome"));
        let (texts, links) =
            (json(serde_json::to_string(&told.texts))?, json(serde_json::to_string(&told.links))?);
        let follow_on = told.follow_on.map(|id| id.0);
        let before = outcome::Entity::find_by_id(id.0).one(db).await?;
        if before.is_some() {
            outcome::Entity::update_many()
                .col_expr(outcome::Column::Kind, Expr::value(told.kind.as_str()))
                .col_expr(outcome::Column::Day, Expr::value(told.day.to_string()))
                .col_expr(outcome::Column::Texts, Expr::value(texts))
                .col_expr(outcome::Column::Links, Expr::value(links))
                .col_expr(outcome::Column::FollowOnId, Expr::value(follow_on))
                .col_expr(outcome::Column::ChangedAt, Expr::value(now))
                .filter(outcome::Column::CampaignId.eq(id.0))
                .exec(db)
                .await?;
        } else {
            let row = outcome::ActiveModel {
                campaign_id: Set(id.0),
                kind: Set(told.kind.as_str().to_owned()),
                day: Set(told.day.to_string()),
                texts: Set(texts),
                links: Set(links),
                follow_on_id: Set(follow_on),
                created_at: Set(now),
                changed_at: Set(now),
            };
            outcome::Entity::insert(row).exec_without_returning(db).await?;
        }
        write_places(db, id, places).await?;
        Ok(before.map(|row| row.kind).unwrap_or_default())
    }

    /// Takes the outcome back: the campaign is closed, and no more than that. Votes and places stay.
    pub async fn take_back(&self, author: Author, id: CampaignId) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = outcome::Entity::find_by_id(id.0).one(&transaction).await? else { return Ok(false) };
        outcome::Entity::delete_by_id(id.0).exec(&transaction).await?;
        let entry = entry(author, id, "outcome-removed", &row.kind, "");
        audit::append(&transaction, self.0.now(), entry).await?;
        let from = state_of(&transaction, id).await?;
        self.set_state(&transaction, author, id, from, CampaignState::Closed).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Moves the campaign to a state that it ends in; tells whether it was open until now.
    async fn set_state(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        id: CampaignId,
        from: CampaignState,
        to: CampaignState,
    ) -> Result<bool, Error> {
        if from == to {
            return Ok(false);
        }
        let now = millis(self.0.now());
        let opened = !from.has_ended();
        let mut update = campaign::Entity::update_many()
            .col_expr(campaign::Column::State, Expr::value(to.as_str()))
            .col_expr(campaign::Column::UpdatedAt, Expr::value(now))
            .filter(campaign::Column::Id.eq(id.0));
        if opened {
            update = update.col_expr(campaign::Column::ClosedAt, Expr::value(Some(now)));
        }
        update.exec(db).await?;
        audit::append(db, self.0.now(), entry(author, id, "step", from.as_str(), to.as_str())).await?;
        Ok(opened)
    }

    /// Records a vote, whole.
    pub async fn add_vote(
        &self,
        author: Author,
        campaign: CampaignId,
        body: &str,
        question: &str,
        day: Date,
        ballots: &[Ballot],
    ) -> Result<VoteId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let id = VoteId::new(self.0.random.as_ref());
        let last = vote::Entity::find()
            .filter(vote::Column::CampaignId.eq(campaign.0))
            .order_by_desc(vote::Column::Position)
            .one(&transaction)
            .await?;
        let row = vote::ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            body: Set(body.to_owned()),
            question: Set(question.to_owned()),
            day: Set(day.to_string()),
            position: Set(last.map_or(0, |row| row.position + 1)),
        };
        vote::Entity::insert(row).exec_without_returning(&transaction).await?;
        for (position, ballot) in (0_i32..).zip(ballots) {
            let row = ballot::ActiveModel {
                vote_id: Set(id.0),
                campaign_id: Set(campaign.0),
                position: Set(position),
                name: Set(ballot.name.clone()),
                district: Set(ballot.district.clone()),
                choice: Set(ballot.choice.as_str().to_owned()),
            };
            ballot::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        let entry = entry(author, campaign, "vote-recorded", "", &ballots.len().to_string());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Removes a vote; tells whether the campaign had it.
    pub async fn remove_vote(&self, author: Author, campaign: CampaignId, id: VoteId) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let gone = vote::Entity::delete_many()
            .filter(vote::Column::Id.eq(id.0))
            .filter(vote::Column::CampaignId.eq(campaign.0))
            .exec(&transaction)
            .await?
            .rows_affected;
        if gone == 1 {
            ballot::Entity::delete_many().filter(ballot::Column::VoteId.eq(id.0)).exec(&transaction).await?;
            let entry = entry(author, campaign, "vote-removed", "", "");
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(gone == 1)
    }
}

async fn state_of(db: &impl ConnectionTrait, id: CampaignId) -> Result<CampaignState, Error> {
    let row = campaign::Entity::find_by_id(id.0).one(db).await?.ok_or(Error::Row("campaign"))?;
    row.state.parse().map_err(|_| Error::Row("campaign"))
}

async fn write_places(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    places: &[RelatedPlace],
) -> Result<(), Error> {
    related_place::Entity::delete_many()
        .filter(related_place::Column::CampaignId.eq(campaign.0))
        .exec(db)
        .await?;
    for (position, place) in (0_i32..).zip(places) {
        let row = related_place::ActiveModel {
            campaign_id: Set(campaign.0),
            position: Set(position),
            name: Set(place.name.clone()),
            day: Set(place.day.map(|day| day.to_string())),
            note: Set(place.note.clone()),
            url: Set(place.url.clone()),
        };
        related_place::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

fn entry(author: Author, id: CampaignId, verb: &'static str, before: &str, after: &str) -> Entry {
    Entry {
        author,
        campaign: Some(id),
        verb,
        object: "campaign".to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
