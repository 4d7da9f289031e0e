package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.plumbline.shared.ClinicId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClinicCacheTest {
    private final Clinics clinics = mock();
    private final ClinicCache known =
            new ClinicCache(clinics, new TransactionTemplate(mock(PlatformTransactionManager.class)));

    @Test
    void whoReadsWhileAClinicIsAddedDoesNotLeaveBehindWhatWasBefore() throws Exception {
        var isReading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var isFirst = new AtomicBoolean(true);
        when(clinics.byName()).thenAnswer(asked -> {
            if (isFirst.getAndSet(false)) {
                isReading.countDown();
                assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
                return List.of();
            }
            var added = mock(Clinic.class);
            when(added.id()).thenReturn(ClinicId.next());
            when(added.offer()).thenReturn(new ClinicOffer(List.of(), List.of(), List.of()));
            return List.of(added);
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            var before = threads.submit(known::labels);
            assertThat(isReading.await(10, TimeUnit.SECONDS)).isTrue();
            var added = threads.submit(() -> known.on(mock(ClinicEvent.Created.class)));
            goOn.countDown();
            assertThat(before.get()).isEmpty();
            added.get();
        }
        assertThat(known.labels()).hasSize(1);
    }
}
