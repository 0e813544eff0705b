package io.commitpipeline.processor;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.commitpipeline.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theProcessorKnowsNoOtherAppAndNoStandIn = noClasses()
		.that(are(resideInAPackage("io.commitpipeline.processor..")))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.commitpipeline.local..", "io.commitpipeline.producer..", "io.commitpipeline.admin..");

	@ArchTest
	static final ArchRule thePathsKnowNothingOfEachOther = slices().matching("io.commitpipeline.processor.(*path)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule partsFormNoCycles = slices().matching("io.commitpipeline.processor.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule progressAndEventsKnowNoPath = noClasses().that()
		.resideInAnyPackage("..processor.events..", "..processor.progress..", "..processor.checkpoints..",
				"..processor.ownership..", "..processor.hub..", "..processor.retry..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..hotpath..", "..coldpath..", "..quarantine..");

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().that()
		.resideInAPackage("io.commitpipeline.processor..")
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

}
