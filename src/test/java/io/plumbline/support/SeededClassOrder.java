package io.plumbline.support;

import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Orders test classes by a number drawn from the seed and the name of each. Unlike a shuffle, a class that is added or
 * removed leaves the order of all others as it was.
 */
public class SeededClassOrder implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        var seed = context.getConfigurationParameter(ClassOrderer.Random.RANDOM_SEED_PROPERTY_NAME)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalStateException("No seed in junit-platform.properties"));
        context.getClassDescriptors()
                .sort(Comparator.comparingLong((ClassDescriptor one) ->
                                drawn(seed, one.getTestClass().getName()))
                        .thenComparing(one -> one.getTestClass().getName()));
    }

    private static long drawn(long seed, String name) {
        return new SplittableRandom(seed * 31 + name.hashCode()).nextLong();
    }
}
