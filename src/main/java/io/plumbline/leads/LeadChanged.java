package io.plumbline.leads;

import io.plumbline.shared.Recorded;

/** Something that open lists of leads want to know of. */
public sealed interface LeadChanged extends Recorded
        permits LeadReceived,
                LeadMoved,
                LeadAssigned,
                LeadCalled,
                LeadClaimed,
                LeadReleased,
                LeadCorrected,
                LeadConverted,
                LeadEscalated,
                LeadAskedAgain,
                LeadReviewTaken,
                LeadReviewDecided,
                LeadReviewUndone,
                LeadMerged,
                LeadUnmerged,
                LeadReopened,
                LeadContactStopped,
                LeadContactStopLifted {
    LeadId lead();
}
