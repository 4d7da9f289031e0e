package io.plumbline.bench;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** {@code ./portal generate}: fills an empty store with a believable group of clinics. */
public final class Generate {
    private static final int USUAL = 100_000;
    private static final int LEAST = 100;
    private static final int NOT_UNDERSTOOD = 2;
    private static final long SAID_EVERY = 10_000;

    private Generate() {}

    /** Fills the store that the environment names. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream answer, PrintStream err) {
        var size = size(arguments);
        if (size < LEAST) {
            err.println(
                    "usage: ./portal generate [--patients N], N at least " + LEAST + ", otherwise " + number(USUAL));
            return NOT_UNDERSTOOD;
        }
        System.setOut(err);
        var isTold = new AtomicBoolean();
        var hasEnded = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            isTold.set(true);
            await(hasEnded);
        }));
        var password = HexFormat.of().formatHex(new SecureRandom().generateSeed(8));
        try (var portal = PortalServices.start(Map.of("plumbline.demo", false), PortalServices.TO_FILL)) {
            var began = System.nanoTime();
            var group = new GeneratedGroup(portal);
            var rows = group.fill(size, 0, password, progress(err, size), isTold::get);
            var took = Duration.ofNanos(System.nanoTime() - began);
            group.compact();
            answer.printf(
                    Locale.ENGLISH,
                    "%s patients, %s rows in %d s: %s rows a second.%n"
                            + "manager, frontdesk, chiropractor, therapist, auditor and admin sign in with %s%n",
                    number(size),
                    number(rows),
                    took.toSeconds(),
                    number(rows * 1000 / Math.max(1, took.toMillis())),
                    password);
            return 0;
        } catch (IllegalStateException refused) {
            err.println(refused.getMessage() + ".");
            return 1;
        } finally {
            hasEnded.countDown();
        }
    }

    private static int size(List<String> arguments) {
        if (arguments.isEmpty()) {
            return USUAL;
        }
        return arguments.size() == 2
                        && arguments.getFirst().equals("--patients")
                        && arguments.get(1).matches("\\d{1,7}")
                ? Integer.parseInt(arguments.get(1))
                : 0;
    }

    static LongConsumer progress(PrintStream err, int size) {
        var next = new AtomicLong(SAID_EVERY);
        return patients -> {
            if (patients >= next.get()) {
                err.println(number(patients) + " of " + number(size) + " patients");
                next.set((patients / SAID_EVERY + 1) * SAID_EVERY);
            }
        };
    }

    private static void await(CountDownLatch hasEnded) {
        try {
            hasEnded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
