/**
 * What Google documents and `@types/google-apps-script` 2.0.13 does not have yet.
 * https://developers.google.com/apps-script/reference/forms/form#setPublished(Boolean)
 */
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      setPublished(enabled: boolean): Form;
      isPublished(): boolean;
      supportsAdvancedResponderPermissions(): boolean;
    }
    interface FormApp {
      create(title: string, isPublished: boolean): Form;
    }
  }
}
