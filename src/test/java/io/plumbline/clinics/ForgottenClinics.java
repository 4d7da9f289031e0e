package io.plumbline.clinics;

import io.plumbline.support.StoreRestored;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the portal of a test forget the clinics of a store that was restored. */
@Component
@Profile("test")
class ForgottenClinics {
    private final ClinicCache cache;

    ForgottenClinics(ClinicCache cache) {
        this.cache = cache;
    }

    @EventListener(StoreRestored.class)
    void forget() {
        cache.forget();
    }
}
