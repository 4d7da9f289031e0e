package io.plumbline.demo;

import io.plumbline.phrases.PhraseDraft;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.ids.OperationId;
import org.springframework.stereotype.Component;

/** Adds phrases: the steps of a lower-back massage and the cues taught with it, for the clinics and for one therapist. */
@Component
class DemoPhrases {
    private final PhraseService phrases;

    DemoPhrases(PhraseService phrases) {
        this.phrases = phrases;
    }

    /** To be called as a chiropractor. */
    void share() {
        share("hinge", "Hip hinge: bend at the hips, not by rounding the back.");
        share("posture", "Posture check daily: ears over shoulders, shoulders over hips, neutral spine.");
        share("break", "Get up regularly when sitting for hours: stand or walk.");
        share("homecare", ".posture\n.break");
        share("ql", "Deeper pressure on the quadratus lumborum, {side}.");
        share(
                "lowback",
                "Broad strokes over the lumbar and sacral area. Deeper pressure on {paraspinals or quadratus lumborum},"
                        + " {side}. Myofascial release around {hips or glutes}. Gentler strokes to close.");
    }

    private void share(String code, String text) {
        phrases.addForClinics(new PhraseDraft(code, text), OperationId.next());
    }

    /** To be called as a therapist. */
    void addOwn() {
        add("limit", "Asked to stop at {1 to 5}.");
        add("lb", ".lowback .limit");
    }

    private void add(String code, String text) {
        phrases.add(new PhraseDraft(code, text), OperationId.next());
    }
}
