import Conversations
import PromptFixtures
import TaskDialogues
import ToolConversations

/// Every kind of conversation.
enum ConversationCatalog {
  static let all: [any ConversationFamily] = [
    BookingDialogue(RestaurantDomain()),
    BookingDialogue(HotelDomain()),
    BookingDialogue(FlightDomain()),
    BookingDialogue(NavigationDomain()),
    SmartHomeDialogue(),
    ToolConversation(),
    NeedleTask(),
    StructuredOutput(),
    SafetyPrompt(),
    PreferenceTask(),
    RewritePair(),
  ]

  static func named(_ name: String) -> (any ConversationFamily)? { all.first { $0.name == name } }
}
