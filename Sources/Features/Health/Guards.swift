/// The triggers and indexes by which the schema holds what must never happen (docs/architecture.md, "Rules").
enum Guards {
  /// By the table on which each stands; a trigger that is missing or switched off lets a rule be broken.
  static let triggers: [String: [String]] = [
    // A participant in two teams, a team above its size.
    "team_member": ["team_not_above_size", "team_member_moves_by_leaving"],
    "participant": ["participant_withdrawn_leaves_team", "participant_forgets_imports"],
    // A team or a submission that is added when judging has ended.
    "team": ["team_added_in_time", "team_forgets_imports"],
    "submission": ["submission_added_in_time", "submission_forgets_imports"],
    // A version that came late, or that changed.
    "submission_version": [
      "submitted_before_deadline", "submission_version_added_in_time", "submission_version_append_only",
      "submission_version_never_removed",
    ],
    "submission_late_acceptance": [
      "submission_late_acceptance_append_only", "submission_late_acceptance_never_removed",
    ],
    "eligibility_finding": ["eligibility_finding_append_only", "eligibility_finding_never_removed"],
    // What makes a team eligible, changed when it was known whom that favours.
    "eligibility_point": ["eligibility_point_before_judging"],
    "team_allowance": ["team_allowance_append_only", "team_allowance_never_removed"],
    // A mentor session outside the mentor's hours or above the team's share of a day.
    "mentor_session": ["mentor_session_guarded"],
    // A phase that is skipped.
    "event": ["event_phase_one_step_forward"],
    // A score after its round closed, of somebody who is not assigned, or over an older one without a trace.
    "sheet": ["sheet_guarded", "sheet_recused_until_reopened", "sheet_of_frozen_round_stays"],
    "score": ["score_within_scale", "score_of_frozen_round_stays"],
    "sheet_revision": ["sheet_by_its_judge", "sheet_revision_append_only", "sheet_revision_never_removed"],
    // A team before a judge in conflict, or in a round that takes one of them not; a conflict waved through by one person.
    "assignment": ["assignment_guarded", "assignment_of_frozen_round_stays"],
    // A round that changes after its result can be approved.
    "round": ["frozen_round_stays"],
    "round_entrant": ["entrant_of_frozen_round_stays"],
    "round_judge": ["panel_of_frozen_round_stays"],
    "judge_conflict": ["judge_conflict_waits"],
    "conflict_override": ["conflict_overridden_by_organisers"],
    "conflict_waiver": ["conflict_waiver_guarded", "conflict_waiver_append_only", "conflict_waiver_never_removed"],
    "criterion": ["rubric_locked_by_scores"],
    "criterion_level": ["criterion_level_on_scale", "rubric_levels_locked_by_scores"],
    // A published result that changed.
    "result": ["result_append_only", "result_never_removed"],
    "result_rank": ["result_rank_append_only", "result_rank_never_removed"],
    // A result that one person let out, or that changed its hour when it was public.
    "result_step": [
      "result_step_append_only", "result_step_never_removed", "result_step_guarded", "result_step_after_objections",
    ],
    // An objection that came late, changed, or was decided by who should not.
    "objection_window": [
      "objection_window_append_only", "objection_window_never_removed", "objection_window_guarded",
    ],
    "objection": ["objection_append_only", "objection_never_removed", "objection_guarded"],
    "objection_decision": [
      "objection_decision_append_only", "objection_decision_never_removed", "objection_decision_guarded",
    ],
    // Rules for prizes that somebody changed when it was known whom they favour.
    "prize_rules": ["prize_rules_before_judging"],
    // A correction that changed after it was announced.
    "announcement_correction": ["announcement_correction_only_grows", "announcement_correction_never_emptied"],
    // Announced facts that changed, or that one person changed in public.
    "announcement_edition": ["announcement_edition_guarded", "announcement_edition_never_emptied"],
    "announcement_approval": [
      "announcement_approval_guarded", "announcement_approval_append_only", "announcement_approval_never_removed",
    ],
    // A name of an erased person that would be published again.
    "erased_name": ["erased_name_append_only", "erased_name_never_removed"],
    // An erased person whom a file would bring back.
    "erased_person": ["erased_person_append_only", "erased_person_never_removed"],
    // What was published of an agenda.
    "agenda_version": ["agenda_version_append_only", "agenda_version_never_removed"],
    // What two sessions may share at once, by whose decision.
    "overlap_allowance": ["overlap_allowance_append_only", "overlap_allowance_never_removed"],
    // An entry of the log that was changed or removed.
    // A record of a row that changed.
    "row_record": [
      "row_record_append_only", "row_record_never_removed", "row_record_noted", "row_record_tied",
    ],
    "audit_entry": ["audit_entry_append_only", "audit_entry_never_removed"],
    "audit_checkpoint": ["audit_checkpoint_append_only", "audit_checkpoint_never_removed"],
    "audit_chain": ["audit_chain_never_shorter", "audit_chain_never_removed", "audit_chain_settled"],
    "audit_personal_value": ["audit_personal_value_only_erased"],
    // A record that a file would not add again, because it was removed.
    "organisation": ["organisation_forgets_imports"],
    // The proof of an event that was removed.
    "removed_event": ["removed_event_append_only", "removed_event_never_removed"],
  ]

  /// Constraints and unique indexes.
  static let constraints = [
    "one_team_per_participant", "one_captain_per_team", "participant_once", "participant_email_once",
    "participant_erased_is_nobody", "team_once", "team_join_code_once", "submission_once_per_team",
    "submission_version_once", "criterion_scale_in_steps", "round_rubric",
    "judge_once", "judge_email_once", "judge_conflict_once", "conflict_override_once_by_each",
    "conflict_override_authenticated", "conflict_waiver_once_by_each", "conflict_waiver_authenticated",
    "access_token_of_principal", "round_from_only_of_finalists",
    "prize_amount_or_undisclosed", "prize_award_once", "result_hash_of_snapshot", "result_approved_once_by_each",
    "result_retracted_once", "result_approved_with_token", "result_step_authenticated", "organisation_once",
    "sheet_confirmed_by_another", "sheet_recused_with_reason",
    "room_once", "agenda_session_once", "certificate_code_once",
    "mentor_free", "team_free", "room_free", "mentor_once", "mentor_request_met_once",
  ]
}
