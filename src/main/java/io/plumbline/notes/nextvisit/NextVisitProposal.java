package io.plumbline.notes.nextvisit;

import io.plumbline.plans.PlanService;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A visit of the plan to book next, with free times.
 *
 * @param practitioner the name of the practitioner with whom it is planned
 * @param times free times of the first day with any, in the time zone of the clinic; empty if the next days have none
 */
public record NextVisitProposal(PlanService.ToBook visit, String practitioner, List<LocalDateTime> times) {}
