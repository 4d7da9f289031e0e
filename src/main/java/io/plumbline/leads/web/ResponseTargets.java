package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.requests.Receipt;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says when the clinic calls a person who asked for a consultation, for the page and the JSON endpoint. */
@Component
class ResponseTargets {
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    ResponseTargets(ClinicService clinics, SystemActor system, Clock clock) {
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    /** @param call for the person's calendar; empty if it has no time yet */
    record Told(String sentences, Optional<ResponseTarget> call) {}

    Told describe(Receipt.Accepted accepted, PublicWords words) {
        if (accepted.mustNotWait()) {
            return new Told(words.of("target.reviewed"), Optional.empty());
        }
        var call = call(accepted, words);
        return new Told(call.map(ResponseTarget::sentences).orElseGet(() -> words.of("target.soon")), call);
    }

    private Optional<ResponseTarget> call(Receipt.Accepted accepted, PublicWords words) {
        var followUp = accepted.followUp();
        var caller = accepted.caller();
        return followUp == null || caller == null
                ? Optional.empty()
                : Optional.ofNullable(system.call(clinics::callTimes).get(caller.id()))
                        .map(times -> ResponseTarget.of(
                                followUp,
                                times,
                                caller.formats(),
                                accepted.byPhone(),
                                isNear(accepted),
                                clock.instant(),
                                words));
    }

    /**
     * Returns whether the person is in the zone of the clinic that calls: they named a clinic, or all clinics are in
     * one zone.
     */
    private boolean isNear(Receipt.Accepted accepted) {
        return accepted.namesClinic()
                || system.call(clinics::labels).values().stream()
                                .map(ClinicLabel::zone)
                                .distinct()
                                .count()
                        == 1;
    }
}
